package io.jxc.api.partner;

import io.jxc.api.Checks;
import io.jxc.api.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What the builders of {@link CreatePartner} and {@link UpdatePartner} have in common. Keeps what
 * is wrong until {@code build()}, which reports all of it. Not thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract sealed class PartnerFields<B extends PartnerFields<B>>
    permits CreatePartner.Builder, UpdatePartner.Builder {
  private final Checks checks = new Checks();
  private final List<Contact> contacts = new ArrayList<>();
  private final List<Address> addresses = new ArrayList<>();
  private final Map<String, String> attributes = new TreeMap<>();
  private Optional<String> name = Optional.empty();
  private Optional<String> category = Optional.empty();
  private Optional<String> taxNumber = Optional.empty();
  private Optional<String> creditGrade = Optional.empty();
  private Optional<Money> creditLimit = Optional.empty();
  private Optional<String> note = Optional.empty();

  PartnerFields() {}

  PartnerFields(PartnerDetails details) {
    name = details.name();
    category = details.category();
    taxNumber = details.taxNumber();
    contacts.addAll(details.contacts());
    addresses.addAll(details.addresses());
    creditGrade = details.credit().grade();
    creditLimit = details.credit().limit();
    note = details.note();
    attributes.putAll(details.attributes());
  }

  abstract B self();

  /** Names the partner: at most 200 characters. */
  public B name(String text) {
    return name(Optional.of(text));
  }

  /** Names the partner, or lets it go by its code. */
  public B name(Optional<String> text) {
    name = text;
    return self();
  }

  /** Puts the partner into a category. */
  public B category(String code) {
    return category(Optional.of(code));
  }

  /** Puts the partner into a category, or takes it out of its one. */
  public B category(Optional<String> code) {
    category = code;
    return self();
  }

  /** Sets the tax registration number. */
  public B taxNumber(String text) {
    return taxNumber(Optional.of(text));
  }

  /** Sets or removes the tax registration number. */
  public B taxNumber(Optional<String> text) {
    taxNumber = text;
    return self();
  }

  /** Adds a person known by name only. */
  public B contact(String person) {
    checks
        .at("contacts[" + contacts.size() + "]", () -> Contact.of(person))
        .ifPresent(contacts::add);
    return self();
  }

  /** Adds a person. */
  public B contact(Contact person) {
    contacts.add(person);
    return self();
  }

  /** Replaces all people. */
  public B contacts(List<Contact> people) {
    contacts.clear();
    contacts.addAll(people);
    return self();
  }

  /** Adds a place. */
  public B address(Address place) {
    addresses.add(place);
    return self();
  }

  /** Replaces all places. */
  public B addresses(List<Address> places) {
    addresses.clear();
    addresses.addAll(places);
    return self();
  }

  /** Sets the credit grade, for example {@code A}. */
  public B creditGrade(String code) {
    return creditGrade(Optional.of(code));
  }

  /** Sets or removes the credit grade. */
  public B creditGrade(Optional<String> code) {
    creditGrade = code;
    return self();
  }

  /** Sets the credit limit, for example {@code creditLimit("1000.00", "CNY")}. */
  public B creditLimit(String amount, String currency) {
    checks
        .field("credit.limit", () -> Money.of(amount, currency))
        .ifPresent(limit -> creditLimit = Optional.of(limit));
    return self();
  }

  /** Sets or removes the credit limit. */
  public B creditLimit(Optional<Money> limit) {
    creditLimit = limit;
    return self();
  }

  /** Sets the note: at most 1,000 characters. */
  public B note(String text) {
    return note(Optional.of(text));
  }

  /** Sets or removes the note. */
  public B note(Optional<String> text) {
    note = text;
    return self();
  }

  /** Sets a custom attribute. */
  public B attribute(String key, String value) {
    attributes.put(key, value);
    return self();
  }

  /** Removes a custom attribute. */
  public B withoutAttribute(String key) {
    attributes.remove(key);
    return self();
  }

  /** Checks the fields of the command itself and returns the details, or reports everything. */
  final PartnerDetails finish(Consumer<Checks> own) {
    own.accept(checks);
    CreditTerms credit =
        checks
            .at("credit", () -> new CreditTerms(creditGrade, creditLimit))
            .orElse(CreditTerms.NONE);
    return checks.make(() -> details(credit));
  }

  private PartnerDetails details(CreditTerms credit) {
    return new PartnerDetails(
        name, category, taxNumber, contacts, addresses, credit, note, new TreeMap<>(attributes));
  }
}
