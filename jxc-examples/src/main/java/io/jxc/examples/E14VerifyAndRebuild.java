package io.jxc.examples;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.audit.Anchor;
import io.jxc.api.inventory.BalanceDifference;
import io.jxc.api.inventory.RebuildResult;
import io.jxc.api.inventory.RebuildStock;
import io.jxc.api.inventory.StockVerification;
import io.jxc.store.jdbc.JdbcStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Somebody changes a number in the database by hand: it is found, and repaired on the record. */
public final class E14VerifyAndRebuild {
  private E14VerifyAndRebuild() {}

  /** Runs the example. */
  public static void main(String[] args) throws SQLException {
    try (TemporaryFolder temporary = TemporaryFolder.create()) {
      Path folder = temporary.path();
      Anchor anchor;
      try (Jxc jxc = open(folder)) {
        JxcSession root = Shop.furnish(jxc, "acme");
        Shop.stock(root, "TEA-01", "10");
        anchor = root.audit().anchor(); // to be kept outside the database
      }
      tamper(folder);
      try (Jxc jxc = open(folder)) {
        JxcSession root = Shop.root(jxc);
        StockVerification found = root.inventory().verify();
        Expect.that(!found.ok(), "the change is found");
        BalanceDifference first = found.differences().get(0);
        Expect.that(first.expected().intValueExact() == 10, "what the movements say");
        System.out.println("found: " + first);

        RebuildResult repair = root.inventory().rebuild(RebuildStock.of(found).reason("tampered"));
        Expect.that(repair.repaired() > 0, "it is repaired by a recorded change");
        Expect.same("10", root.inventory().stock("TEA-01").total().onHand());
        Expect.that(root.inventory().verify().ok(), "balances are sums of movements again");
        Expect.that(root.audit().verify(anchor).ok(), "the log is whole, the anchor is in it");
      }
    }
  }

  private static Jxc open(Path folder) {
    return Jxc.builder().store(JdbcStore.h2(folder).build()).build();
  }

  private static void tamper(Path folder) throws SQLException {
    String url = "jdbc:h2:" + folder.toAbsolutePath() + "/jxc";
    try (Connection database = DriverManager.getConnection(url, "jxc", "");
        Statement sql = database.createStatement()) {
      sql.executeUpdate("UPDATE jxc_stock SET on_hand = 1000");
    }
  }
}
