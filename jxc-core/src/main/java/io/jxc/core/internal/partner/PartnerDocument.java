package io.jxc.core.internal.partner;

import io.jxc.api.Money;
import io.jxc.api.partner.Address;
import io.jxc.api.partner.Contact;
import io.jxc.api.partner.CreditTerms;
import io.jxc.api.partner.Partner;
import io.jxc.api.partner.PartnerDetails;
import io.jxc.api.partner.PartnerKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A customer or a supplier as it is stored: flat, so that fields of a newer version survive a
 * rewrite and the audit log names what changed.
 *
 * @param kind customer or supplier
 * @param code its code within its kind
 * @param name absent = it goes by its code
 * @param category code of its category
 * @param taxNumber tax registration number
 * @param contacts people
 * @param addresses places
 * @param creditGrade the host's grade
 * @param creditLimit in the base currency; absent = no limit
 * @param note free text
 * @param attributes custom attributes
 * @param createdAt when it was added
 */
public record PartnerDocument(
    PartnerKind kind,
    String code,
    Optional<String> name,
    Optional<String> category,
    Optional<String> taxNumber,
    List<Contact> contacts,
    List<Address> addresses,
    Optional<String> creditGrade,
    Optional<Money> creditLimit,
    Optional<String> note,
    SortedMap<String, String> attributes,
    Instant createdAt) {

  static PartnerDocument of(
      PartnerKind kind, String code, PartnerDetails details, Instant createdAt) {
    return new PartnerDocument(
        kind,
        code,
        details.name(),
        details.category(),
        details.taxNumber(),
        details.contacts(),
        details.addresses(),
        details.credit().grade(),
        details.credit().limit(),
        details.note(),
        details.attributes(),
        createdAt);
  }

  PartnerDocument with(PartnerDetails details) {
    return of(kind, code, details, createdAt);
  }

  Partner view(long version) {
    PartnerDetails details =
        new PartnerDetails(
            name,
            category,
            taxNumber,
            contacts,
            addresses,
            new CreditTerms(creditGrade, creditLimit),
            note,
            attributes);
    return new Partner(kind, code, details, createdAt, version);
  }

  /** Returns the name to print: its own, or its code. */
  public String displayName() {
    return name.orElse(code);
  }
}
