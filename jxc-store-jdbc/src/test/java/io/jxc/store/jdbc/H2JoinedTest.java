package io.jxc.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;

class H2JoinedTest extends JoinedContract {
  private Path folder = Path.of("");

  @Override
  HikariConfig pool() {
    folder = H2Fixture.copyOfTemplate();
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(new ConnectionSource.H2File(folder).url());
    config.setUsername("jxc");
    config.setPassword("");
    return config;
  }

  @Override
  Dialect dialect() {
    return Dialect.H2;
  }

  @Override
  void done() {
    H2Fixture.delete(folder);
  }
}
