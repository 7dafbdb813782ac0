package io.jxc.examples;

import com.zaxxer.hikari.HikariDataSource;
import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.spi.store.HostTransaction;
import io.jxc.store.jdbc.JdbcStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Your rows and JXC's commands in one transaction of yours: both are committed, or neither. */
public final class E18HostTransaction {
  private E18HostTransaction() {}

  /** Runs the example. */
  public static void main(String[] args) throws SQLException {
    try (TemporaryFolder folder = TemporaryFolder.create();
        HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl("jdbc:h2:async:" + folder.path().resolve("erp"));
      pool.setUsername("erp"); // the pool of your application; MySQL and MariaDB work alike
      try (Jxc jxc = Jxc.builder().store(JdbcStore.using(pool).migrate().build()).build()) {
        JxcSession root = Shop.furnish(jxc, "acme");
        Shop.stock(root, "TEA-01", "10");
        try (Connection connection = pool.getConnection();
            Statement own = connection.createStatement()) {
          own.execute("CREATE TABLE basket (id INT PRIMARY KEY, state VARCHAR(10))");
          own.execute("INSERT INTO basket VALUES (1, 'open')");

          connection.setAutoCommit(false); // with Spring or JTA: the transaction manager's
          JxcSession joined = root.joining(HostTransaction.of(connection));
          own.executeUpdate("UPDATE basket SET state = 'ordered' WHERE id = 1");
          joined.sales().place(PlaceOrder.forCustomer("C-1").line("TEA-01", "4").build());
          connection.rollback(); // neither the basket nor the order
          Expect.same("10", available(root));

          own.executeUpdate("UPDATE basket SET state = 'ordered' WHERE id = 1");
          JxcSession again = root.joining(HostTransaction.of(connection));
          again.sales().place(PlaceOrder.forCustomer("C-1").line("TEA-01", "4").build());
          Expect.refused( // a refusal leaves the rest of your transaction as it is
              InsufficientStockException.class,
              () -> again.sales().place(PlaceOrder.forCustomer("C-1").line("TEA-01", "7").build()));
          Expect.same("10", available(root)); // nobody sees it yet
          connection.commit(); // both
          Expect.same("6", available(root));
        }
      }
    }
  }

  private static Object available(JxcSession session) {
    return session.inventory().stock("TEA-01").total().available();
  }
}
