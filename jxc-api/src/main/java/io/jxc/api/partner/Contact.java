package io.jxc.api.partner;

import io.jxc.api.Checks;
import java.util.Optional;

/**
 * A person to talk to.
 *
 * <pre>{@code
 * Contact.of("Wang Fang").withPhone("+86 755 1234 5678").withPosition("purchasing")
 * }</pre>
 *
 * @param name at most 100 characters
 * @param position what the person does there, at most 100 characters
 * @param phone number as dialled, at most 50 characters
 * @param email at most 200 characters
 */
public record Contact(
    String name, Optional<String> position, Optional<String> phone, Optional<String> email) {
  /**
   * Checks the contact.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code text.invalid}
   */
  public Contact {
    Checks checks = new Checks();
    name = checks.text("name", name, 100);
    position = checks.text("position", position, 100);
    phone = checks.text("phone", phone, 50);
    email = checks.text("email", email, 200);
    checks.done();
  }

  /** Returns a contact known by name only. */
  public static Contact of(String name) {
    return new Contact(name, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns the contact with a position. */
  public Contact withPosition(String position) {
    return new Contact(name, Optional.of(position), phone, email);
  }

  /** Returns the contact with a phone number. */
  public Contact withPhone(String phone) {
    return new Contact(name, position, Optional.of(phone), email);
  }

  /** Returns the contact with an e-mail address. */
  public Contact withEmail(String email) {
    return new Contact(name, position, phone, Optional.of(email));
  }
}
