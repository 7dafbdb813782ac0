package io.jxc.spi.store;

import java.sql.Connection;
import java.util.Objects;

/**
 * A database transaction of the host that JXC's changes shall be part of. The host begins it and
 * commits or rolls it back; JXC never does.
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
