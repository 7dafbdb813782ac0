package io.jxc.api.tenant;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.TenantId;
import io.jxc.api.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Provisions a tenant: its settings and its first admin. Idempotent: a host may send it at every
 * start. A tenant that exists with the same currency is left as it is; with another one it is a
 * conflict.
 *
 * <pre>{@code
 * jxc.provision(NewTenant.of("acme").currency("CNY").zone("Asia/Shanghai").admin("root"));
 * }</pre>
 *
 * @param tenant the tenant
 * @param settings its first settings
 * @param admin code of the user who gets the role {@code admin}
 */
public record NewTenant(TenantId tenant, TenantSettings settings, String admin) implements Command {

  /**
   * Checks the admin's code.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code code.invalid}
   */
  public NewTenant {
    Checks checks = new Checks();
    admin = checks.code("admin", admin);
    checks.done();
  }

  /** Starts the provisioning of a tenant; {@link Builder#admin} ends it. */
  public static Builder of(String tenant) {
    return new Builder(tenant);
  }

  /** Returns a copy that starts with other settings. */
  public NewTenant withSettings(TenantSettings other) {
    return new NewTenant(tenant, other, admin);
  }

  /** Returns an identity derived from the content, so that a repetition is recognised. */
  @Override
  public String requestId() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((settings + "|" + admin).getBytes(StandardCharsets.UTF_8));
      return "provision-" + HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Collects a new tenant; currency and zone are required. Not thread-safe. */
  public static final class Builder {
    private final String tenant;
    private Optional<String> currency = Optional.empty();
    private Optional<String> zone = Optional.empty();

    private Builder(String tenant) {
      this.tenant = tenant;
    }

    /** Sets the base currency, an ISO 4217 code. Fixed once something was posted. */
    public Builder currency(String code) {
      currency = Optional.of(code);
      return this;
    }

    /** Sets the time zone of business dates, for example {@code Asia/Shanghai}. */
    public Builder zone(String id) {
      zone = Optional.of(id);
      return this;
    }

    /**
     * Names the first admin and returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation: {@code
     *     tenant.invalid}, {@code value.missing}, {@code currency.unknown}, {@code value.unknown}
     *     for an unknown zone, {@code code.invalid}
     */
    public NewTenant admin(String user) {
      Checks checks = new Checks();
      Optional<TenantId> id = checks.at("new", () -> TenantId.of(tenant));
      String code = checks.code("admin", user);
      currency.ifPresent(given -> TenantSettings.checkCurrency(checks, given));
      checks.require(
          currency.isPresent(), "currency", ErrorCode.VALUE_MISSING, "a currency", "none");
      checks.require(zone.isPresent(), "zone", ErrorCode.VALUE_MISSING, "a time zone", "none");
      Optional<ZoneId> known = zone.flatMap(given -> zone(checks, given));
      checks.done();
      return new NewTenant(
          id.orElseThrow(), TenantSettings.of(currency.orElseThrow(), known.orElseThrow()), code);
    }

    private static Optional<ZoneId> zone(Checks checks, String id) {
      try {
        return Optional.of(ZoneId.of(id));
      } catch (DateTimeException e) {
        checks.require(false, "zone", ErrorCode.VALUE_UNKNOWN, "an IANA time zone", id);
        return Optional.empty();
      }
    }
  }
}
