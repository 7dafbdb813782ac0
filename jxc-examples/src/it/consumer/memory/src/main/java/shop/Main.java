package shop;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.ShipOrder;
import io.jxc.api.tenant.NewTenant;
import io.jxc.store.memory.MemoryStore;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Trades in memory, on the versions that the host's dependency management chose. */
public final class Main {
  private static final List<String> DATABASES =
      List.of("h2-", "mysql-", "jdbi", "HikariCP", "mariadb", "jxc-store-jdbc");

  private Main() {}

  public static void main(String[] args) {
    System.out.println("runs on " + jars());
    require(
        jars().stream().noneMatch(jar -> DATABASES.stream().anyMatch(jar::startsWith)),
        "a host in memory pulls a database: " + jars());
    String guava = "guava-" + System.getProperty("expected.guava") + ".jar";
    require(jars().contains(guava), "not on " + guava);
    String jackson = "jackson-databind-" + System.getProperty("expected.jackson");
    require(jars().stream().anyMatch(jar -> jar.startsWith(jackson)), "not on " + jackson);
    try (Jxc jxc = Jxc.builder().store(MemoryStore.create()).build()) {
      trade(jxc);
    }
  }

  private static void trade(Jxc jxc) {
    jxc.provision(NewTenant.of("acme").currency("CNY").zone("Asia/Shanghai").admin("root"));
    JxcSession root = jxc.as(Actor.of("acme", "root"));
    root.inventory().createWarehouse(CreateWarehouse.of("MAIN").build());
    root.catalog().create(CreateProduct.goods("TEA-01").name("Tea").listPrice("9.90").build());
    root.inventory().receive(ReceiveGoods.into("MAIN").line("TEA-01", "10", "6.00").build());
    PlaceOrder wish = PlaceOrder.forCustomer("WALK-IN").requestId("o-1").line("TEA-01", "3").build();
    OrderResult order = root.sales().place(wish);
    require(root.sales().place(wish).equals(order), "a repeated request has another answer");
    root.sales().ship(ShipOrder.allOf(order.id()).build());
    check(root);
  }

  private static void check(JxcSession root) {
    String left = root.inventory().stock("TEA-01").total().onHand().toString();
    require(left.equals("7"), "7 expected, found " + left);
    require(root.inventory().verify().ok(), "stock differs from its movements");
    require(root.audit().verify().ok(), "the log was changed");
    require(!root.feed().read(Optional.empty(), 100).events().isEmpty(), "no events");
  }

  /** The names of the jars this program runs on. */
  private static List<String> jars() {
    String path = System.getProperty("java.class.path");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(entry -> new File(entry).getName())
        .filter(name -> name.endsWith(".jar") && !name.startsWith("consumer-"))
        .sorted()
        .toList();
  }

  private static void require(boolean condition, String broken) {
    if (!condition) {
      throw new IllegalStateException(broken);
    }
  }
}
