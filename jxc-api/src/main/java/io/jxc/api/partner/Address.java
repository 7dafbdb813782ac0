package io.jxc.api.partner;

import io.jxc.api.Checks;
import io.jxc.api.Internal;
import java.util.Optional;

/**
 * A place of a partner.
 *
 * <pre>{@code
 * Address.of("Keyuan Road 15").withCity("Shenzhen").withLabel("delivery")
 * }</pre>
 *
 * @param label what it is for, for example {@code delivery}, at most 50 characters
 * @param street street and number or whatever else leads there, at most 300 characters
 * @param city at most 100 characters
 * @param region state or province, at most 100 characters
 * @param postalCode at most 20 characters
 * @param country at most 100 characters
 */
public record Address(
    Optional<String> label,
    String street,
    Optional<String> city,
    Optional<String> region,
    Optional<String> postalCode,
    Optional<String> country) {

  /**
   * Checks the address; use {@link #of}.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code text.invalid}
   */
  @Internal
  public Address {
    Checks checks = new Checks();
    label = checks.text("label", label, 50);
    street = checks.text("street", street, 300);
    city = checks.text("city", city, 100);
    region = checks.text("region", region, 100);
    postalCode = checks.text("postalCode", postalCode, 20);
    country = checks.text("country", country, 100);
    checks.done();
  }

  /** Returns an address of one line. */
  public static Address of(String street) {
    Optional<String> none = Optional.empty();
    return new Address(none, street, none, none, none, none);
  }

  /** Returns the address with a label. */
  public Address withLabel(String label) {
    return new Address(Optional.of(label), street, city, region, postalCode, country);
  }

  /** Returns the address with a city. */
  public Address withCity(String city) {
    return new Address(label, street, Optional.of(city), region, postalCode, country);
  }

  /** Returns the address with a state or province. */
  public Address withRegion(String region) {
    return new Address(label, street, city, Optional.of(region), postalCode, country);
  }

  /** Returns the address with a postal code. */
  public Address withPostalCode(String postalCode) {
    return new Address(label, street, city, region, Optional.of(postalCode), country);
  }

  /** Returns the address with a country. */
  public Address withCountry(String country) {
    return new Address(label, street, city, region, postalCode, Optional.of(country));
  }
}
