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
import io.jxc.store.jdbc.JdbcStore;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Trades on H2, on the versions that the host's dependency management chose. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    System.out.println("runs on " + jars());
    require(jars().stream().noneMatch(jar -> jar.startsWith("mysql-")), "pulls a MySQL driver");
    String jackson = "jackson-databind-" + System.getProperty("expected.jackson");
    require(jars().stream().anyMatch(jar -> jar.startsWith(jackson)), "not on " + jackson);
    Path folder = Files.createTempDirectory(Path.of("target"), "shop");
    try (Jxc jxc = Jxc.builder().store(JdbcStore.h2(folder).build()).build()) {
      trade(jxc);
    }
    try (Jxc jxc = Jxc.builder().store(JdbcStore.h2(folder).build()).build()) {
      check(jxc.as(Actor.of("acme", "root")));
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
