package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.TenantId;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.InventoryService;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.StockDocumentResult;
import io.jxc.api.tenant.NewTenant;
import io.jxc.core.internal.testing.FaultStore;
import io.jxc.core.internal.testing.Ground;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Nodes over one place, and a tenant {@code acme} with the product TEA in the warehouse MAIN. */
final class RoadShop implements AutoCloseable {
  static final TenantId ACME = TenantId.of("acme");

  /** One instance of the library and the store it stands on. */
  record Node(Jxc jxc, FaultStore store) {
    JxcSession root() {
      return jxc.as(Actor.of("acme", "root"));
    }

    InventoryService inventory() {
      return root().inventory();
    }

    StockDocumentResult issue(String quantity) {
      return inventory().issue(RoadShop.issue(quantity).build());
    }

    String onHand() {
      return inventory().available(List.of("TEA"), "MAIN").get(0).onHand().toString();
    }

    long sequence() {
      return store.head(ACME).sequence();
    }
  }

  private final Ground ground;
  private final List<Node> nodes = new ArrayList<>();

  private RoadShop(Ground ground) {
    this.ground = ground;
  }

  /** Opens a shop with some TEA in stock and one node, the first. */
  static RoadShop open(Ground.Kind kind, String stock) {
    return open(kind, stock, options -> options);
  }

  /** Opens a shop whose first node has these options. */
  static RoadShop open(Ground.Kind kind, String stock, UnaryOperator<Jxc.Builder> options) {
    RoadShop shop = new RoadShop(kind.open());
    Node first = shop.node(options);
    first.jxc().provision(NewTenant.of("acme").currency("CNY").zone("UTC").admin("root"));
    JxcSession root = first.root();
    root.inventory().createWarehouse(CreateWarehouse.of("MAIN").build());
    root.catalog().create(CreateProduct.goods("TEA").build());
    root.inventory().receive(ReceiveGoods.into("MAIN").line("TEA", stock, "6.00").build());
    first.store().takeCommits();
    return shop;
  }

  /** Starts one more node. */
  Node node() {
    return node(options -> options);
  }

  private Node node(UnaryOperator<Jxc.Builder> options) {
    FaultStore store = new FaultStore(ground.node());
    Node node = new Node(options.apply(Jxc.builder().store(store)).build(), store);
    nodes.add(node);
    return node;
  }

  Node first() {
    return nodes.get(0);
  }

  static IssueGoods.Builder issue(String quantity) {
    return IssueGoods.from("MAIN").reason("sold").line("TEA", quantity);
  }

  /** Requires that stock is what was recorded, that claims and the chain fit, and what is there. */
  void requireExact(String onHand) {
    assertThat(first().onHand()).isEqualTo(onHand);
    assertThat(first().inventory().verify().differences()).isEmpty();
    assertThat(first().root().audit().verify().firstBad()).isEmpty();
  }

  /** Returns what a call throws, and requires that it changed nothing at all. */
  <T extends Throwable> T refused(Class<T> type, ThrowingCallable call) {
    long before = first().sequence();
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(type);
    assertThat(first().sequence()).as("sequence after a refusal").isEqualTo(before);
    return type.cast(thrown);
  }

  @Override
  public void close() {
    nodes.forEach(node -> node.store().heal());
    nodes.forEach(node -> node.jxc().close());
    ground.close();
  }
}
