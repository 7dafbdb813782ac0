package io.jxc.store.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

class H2MigrationTest extends MigrationContract {
  @TempDir private Path folder;

  @Override
  ConnectionSource source() {
    return new ConnectionSource.H2File(folder);
  }

  @Override
  Connection connect() throws SQLException {
    return H2Fixture.connect(folder);
  }
}
