package io.jxc.api.inventory;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.RequestIds;
import io.jxc.api.tenant.NegativeStock;
import java.util.Optional;

/**
 * Changes a warehouse: its name, whether it is used, its policy for negative stock.
 *
 * <pre>{@code
 * UpdateWarehouse.of(warehouse).name("Main warehouse").active(false).build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param code its code; never changes
 * @param expectedVersion version of the warehouse this change starts from
 * @param name its name for people, 1 to 200 characters
 * @param active whether goods may move in and out; what is in a closed one stays there and counts
 * @param negativeStock what happens when more is issued than is on hand; absent = as the tenant
 */
public record UpdateWarehouse(
    String requestId,
    String code,
    long expectedVersion,
    String name,
    boolean active,
    Optional<NegativeStock> negativeStock)
    implements Command {

  /** Checks the command; use the builder. */
  public UpdateWarehouse {
    Checks checks = new Checks();
    checks.requestId(requestId);
    code = checks.code("code", code);
    name = checks.text("name", name, 200);
    checks.done();
  }

  /** Starts a change of a warehouse as it was read. */
  public static Builder of(Warehouse warehouse) {
    return new Builder(warehouse);
  }

  /** Collects a change. Not thread-safe. */
  public static final class Builder {
    private final Warehouse read;
    private String requestId = RequestIds.next();
    private String name;
    private boolean active;
    private Optional<NegativeStock> negativeStock;

    private Builder(Warehouse read) {
      this.read = read;
      this.name = read.name();
      this.active = read.active();
      this.negativeStock = read.negativeStock();
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

    /** Opens or closes the warehouse. */
    public Builder active(boolean used) {
      active = used;
      return this;
    }

    /** Sets a policy of its own for negative stock. */
    public Builder negativeStock(NegativeStock policy) {
      negativeStock = Optional.of(policy);
      return this;
    }

    /** Goes by the tenant's policy for negative stock. */
    public Builder tenantNegativeStock() {
      negativeStock = Optional.empty();
      return this;
    }

    /**
     * Returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public UpdateWarehouse build() {
      return new UpdateWarehouse(
          requestId, read.code(), read.version(), name, active, negativeStock);
    }
  }
}
