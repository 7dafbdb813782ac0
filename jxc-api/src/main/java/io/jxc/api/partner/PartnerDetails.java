package io.jxc.api.partner;

import io.jxc.api.Checks;
import io.jxc.api.Internal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What may be written about a partner at any time. Made by the builders of {@link CreatePartner}
 * and {@link UpdatePartner}.
 *
 * @param name at most 200 characters; absent = the partner goes by its code
 * @param category the host's own grouping; any code, categories need no creation
 * @param taxNumber tax registration number, at most 50 characters
 * @param contacts up to 50 people, the most important first
 * @param addresses up to 50 places, the most important first
 * @param credit grade and limit
 * @param note free text of at most 1,000 characters
 * @param attributes up to 50 custom attributes: code → text of at most 500 characters
 */
public record PartnerDetails(
    Optional<String> name,
    Optional<String> category,
    Optional<String> taxNumber,
    List<Contact> contacts,
    List<Address> addresses,
    CreditTerms credit,
    Optional<String> note,
    SortedMap<String, String> attributes) {

  /**
   * Checks everything.
   *
   * @throws io.jxc.api.error.InvalidCommandException with every violation
   */
  @Internal
  public PartnerDetails {
    Checks checks = new Checks();
    name = checks.text("name", name, 200);
    category = checks.code("category", category);
    taxNumber = checks.text("taxNumber", taxNumber, 50);
    contacts = checks.list("contacts", contacts, 0, 50);
    addresses = checks.list("addresses", addresses, 0, 50);
    note = checks.text("note", note, 1_000);
    attributes = checks.attributes("attributes", attributes);
    checks.done();
  }
}
