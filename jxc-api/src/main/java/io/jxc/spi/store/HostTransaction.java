package io.jxc.spi.store;

import java.sql.Connection;
import java.util.Objects;

/**
 * A database transaction of the host that JXC's changes shall be part of. The host begins it and
 * commits or rolls it back; JXC never does.
 *
 * <p>What the host has to keep to:
 *
 * <ul>
 *   <li>The connection is on the store's database and in a transaction: autoCommit is off, by hand
 *       or by a transaction manager. It is used by one thread at a time.
 *   <li>From the first command on the tenant is locked until the host's end, and everybody else's
 *       commands for it wait, for some 5 s: such transactions are short, and take several tenants
 *       in one order.
 *   <li>READ COMMITTED is advised. Under REPEATABLE READ a transaction that has read something
 *       before the tenant's last commit cannot decide on it, and is refused as {@code
 *       host-transaction.broken}: begin it anew.
 *   <li>After {@link io.jxc.api.error.HostTransactionException#mustRollBack} roll back: the
 *       database may have done so already, and a commit would keep a part. After any other error
 *       the host's work is as it was before the call, and may be committed.
 *   <li>Whether the commit succeeded, and what to do when that is unknown, is the host's: sent
 *       again in a new transaction, the same request ids are done once.
 * </ul>
 *
 * <p>Events are in the feed when the host has committed; listeners and subscriptions hear of them
 * within a second.
 *
 * <pre>{@code
 * connection.setAutoCommit(false);
 * jxc.as(actor).joining(HostTransaction.of(connection)).sales().place(order);
 * connection.commit();
 * }</pre>
 */
public final class HostTransaction {
  private final Connection connection;

  private HostTransaction(Connection connection) {
    this.connection = connection;
  }

  /** Names a connection with an open transaction (autoCommit = false). */
  public static HostTransaction of(Connection connection) {
    return new HostTransaction(Objects.requireNonNull(connection, "connection"));
  }

  /** Returns the host's connection. */
  public Connection connection() {
    return connection;
  }
}
