package io.jxc.api.partner;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Internal;
import io.jxc.api.RequestIds;

/**
 * Adds a customer or a supplier. Its code is its permanent identity within its kind, so there is no
 * other external id: adding the same code again is refused, whatever the request.
 *
 * <pre>{@code
 * CreatePartner.customer("C-1")
 *     .name("Nine Suns Trading")
 *     .contact(Contact.of("Wang Fang").withPhone("+86 755 1234 5678"))
 *     .creditGrade("A")
 *     .creditLimit("1000.00", "CNY")
 *     .build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param kind customer or supplier
 * @param code code within its kind; never changes, and is no place for names or phone numbers: it
 *     cannot be erased from the log
 * @param details everything that may change later
 */
public record CreatePartner(String requestId, PartnerKind kind, String code, PartnerDetails details)
    implements Command {

  /**
   * Checks the command; use the builder.
   *
   * @throws io.jxc.api.error.InvalidCommandException with every violation
   */
  @Internal
  public CreatePartner {
    Checks checks = new Checks();
    checks.requestId(requestId);
    code = checks.code("code", code);
    checks.done();
  }

  /** Starts a customer. */
  public static Builder customer(String code) {
    return new Builder(PartnerKind.CUSTOMER, code);
  }

  /** Starts a supplier. */
  public static Builder supplier(String code) {
    return new Builder(PartnerKind.SUPPLIER, code);
  }

  /** Collects a partner. Not thread-safe. */
  public static final class Builder extends PartnerFields<Builder> {
    private final PartnerKind kind;
    private final String code;
    private String requestId = RequestIds.next();

    private Builder(PartnerKind kind, String code) {
      this.kind = kind;
      this.code = code;
    }

    @Override
    Builder self() {
      return this;
    }

    /** Names the request, to repeat it safely. */
    public Builder requestId(String id) {
      requestId = id;
      return this;
    }

    /**
     * Returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public CreatePartner build() {
      PartnerDetails details =
          finish(
              checks -> {
                checks.requestId(requestId);
                checks.code("code", code);
              });
      return new CreatePartner(requestId, kind, code, details);
    }
  }
}
