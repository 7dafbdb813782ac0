package io.jxc.api.inventory;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.RequestIds;
import io.jxc.api.tenant.NegativeStock;
import java.util.Optional;

/**
 * Adds a warehouse.
 *
 * <pre>{@code
 * CreateWarehouse.of("MAIN").name("Main warehouse").build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param code its code, 1 to 64 bytes; never changes
 * @param name its name for people, 1 to 200 characters; the code unless told
 * @param negativeStock what happens when more is issued than is on hand; absent = as the tenant
 */
public record CreateWarehouse(
    String requestId, String code, String name, Optional<NegativeStock> negativeStock)
    implements Command {

  /** Checks the command; use the builder. */
  public CreateWarehouse {
    Checks checks = new Checks();
    checks.requestId(requestId);
    code = checks.code("code", code);
    name = checks.text("name", name, 200);
    checks.done();
  }

  /** Starts a warehouse. */
  public static Builder of(String code) {
    return new Builder(code);
  }

  /** Collects a warehouse. Not thread-safe. */
  public static final class Builder {
    private final String code;
    private String name;
    private String requestId = RequestIds.next();
    private Optional<NegativeStock> negativeStock = Optional.empty();

    private Builder(String code) {
      this.code = code;
      this.name = code;
    }

    /** Names the request, to repeat it safely. */
    public Builder requestId(String id) {
      requestId = id;
      return this;
    }

    /** Sets the name for people. */
    public Builder name(String text) {
      name = text;
      return this;
    }

    /** Sets a policy of its own for negative stock. */
    public Builder negativeStock(NegativeStock policy) {
      negativeStock = Optional.of(policy);
      return this;
    }

    /**
     * Returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public CreateWarehouse build() {
      return new CreateWarehouse(requestId, code, name, negativeStock);
    }
  }
}
