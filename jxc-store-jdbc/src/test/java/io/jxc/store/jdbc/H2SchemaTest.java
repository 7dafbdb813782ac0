package io.jxc.store.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

class H2SchemaTest extends SchemaContract {
  @TempDir private Path folder;

  @Override
  Dialect dialect() {
    return Dialect.H2;
  }

  @Override
  JdbcStore store() {
    return JdbcStore.h2(folder).build();
  }

  @Override
  Connection connect() throws SQLException {
    return H2Fixture.connect(folder);
  }
}
