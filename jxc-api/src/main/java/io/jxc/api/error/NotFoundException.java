package io.jxc.api.error;

import io.jxc.api.TenantId;

/** Something is not there; what is hidden from the actor looks exactly the same. */
public non-sealed class NotFoundException extends JxcException {
  private static final long serialVersionUID = 1L;

  private NotFoundException(ErrorCode code, String kind, String key) {
    super(code, args("kind", kind, "key", key), null);
  }

  /** There is no such thing. */
  public static NotFoundException of(String kind, String key) {
    return new NotFoundException(ErrorCode.NOT_FOUND, kind, key);
  }

  /** The tenant was never provisioned. */
  public static NotFoundException tenant(TenantId tenant) {
    return new NotFoundException(ErrorCode.TENANT_NOT_PROVISIONED, "tenant", tenant.value());
  }

  /** Returns what kind of thing was looked for, for example {@code product}. */
  public String kind() {
    return arguments().getOrDefault("kind", "");
  }

  /** Returns the key that was looked for. */
  public String key() {
    return arguments().getOrDefault("key", "");
  }
}
