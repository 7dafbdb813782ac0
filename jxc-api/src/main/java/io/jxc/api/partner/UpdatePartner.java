package io.jxc.api.partner;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Internal;
import io.jxc.api.RequestIds;
import io.jxc.api.error.ErrorCode;

/**
 * Replaces the details of a partner by those the caller read and changed. Documents written before
 * keep what they say.
 *
 * <pre>{@code
 * Partner customer = session.partners().customer("C-1");
 * session.partners().update(UpdatePartner.of(customer).creditGrade("B").build());
 * }</pre>
 *
 * @param requestId identity of the request
 * @param kind customer or supplier
 * @param code its code
 * @param expectedVersion version the caller read, 1 or above; another one is refused
 * @param details all details as they are to be
 */
public record UpdatePartner(
    String requestId, PartnerKind kind, String code, long expectedVersion, PartnerDetails details)
    implements Command {

  /**
   * Checks the command; use the builder.
   *
   * @throws io.jxc.api.error.InvalidCommandException with every violation
   */
  @Internal
  public UpdatePartner {
    Checks checks = new Checks();
    checks.requestId(requestId);
    code = checks.code("code", code);
    checks.require(
        expectedVersion >= 1,
        "expectedVersion",
        ErrorCode.NUMBER_RANGE,
        "1 or more",
        Long.toString(expectedVersion));
    checks.done();
  }

  /** Starts from a partner as it was read. */
  public static Builder of(Partner partner) {
    return new Builder(partner);
  }

  /** Collects the changes of a partner. Not thread-safe. */
  public static final class Builder extends PartnerFields<Builder> {
    private final PartnerKind kind;
    private final String code;
    private final long expectedVersion;
    private String requestId = RequestIds.next();

    private Builder(Partner partner) {
      super(partner.details());
      this.kind = partner.kind();
      this.code = partner.code();
      this.expectedVersion = partner.version();
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
    public UpdatePartner build() {
      PartnerDetails details = finish(checks -> checks.requestId(requestId));
      return new UpdatePartner(requestId, kind, code, expectedVersion, details);
    }
  }
}
