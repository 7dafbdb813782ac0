package io.jxc.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import io.jxc.store.jdbc.testing.TestDatabases.Database;
import java.nio.file.Path;

/**
 * A database with the kit's tables and no row, as a host reaches it.
 *
 * @param pool the host's
 * @param done gives the database back
 */
record KitDatabase(HikariConfig pool, Dialect dialect, Runnable done) implements AutoCloseable {
  static KitDatabase h2() {
    Path folder = H2Fixture.copyOfTemplate();
    String url = new ConnectionSource.H2File(folder).url();
    return new KitDatabase(pool(url, "jxc", ""), Dialect.H2, () -> H2Fixture.delete(folder));
  }

  static KitDatabase mysql() {
    Database database = MySqlFixture.kitDatabase();
    HikariConfig pool = pool(database.url(), database.user(), database.password());
    return new KitDatabase(pool, Dialect.MYSQL, database::close);
  }

  private static HikariConfig pool(String url, String user, String password) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setPassword(password);
    return pool;
  }

  @Override
  public void close() {
    done.run();
  }
}
