package io.jxc.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.error.JxcException;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.StockLevel;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.tenant.NewTenant;
import io.jxc.core.internal.testing.Ground;
import io.jxc.core.internal.testing.Race;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Eight sellers on two nodes want more than there is, of one product and of several in any order:
 * as much is sold as was there, to the piece.
 */
class ContentionTest {
  private static final int SELLERS = 8;
  private static final int STOCK = Endurance.times(100, 1_000);
  private static final List<String> SKUS = List.of("HOT", "A", "B", "C");

  private final long seed = Endurance.chance("ContentionTest").nextLong();

  @ParameterizedTest
  @EnumSource(names = {"H2", "MYSQL"})
  void ordersAndIssuesOfSeveralProductsSellExactlyWhatIsThere(Ground.Kind kind) {
    try (Ground ground = kind.open();
        Jxc one = Jxc.builder().store(ground.node()).build();
        Jxc two = Jxc.builder().store(ground.node()).build()) {
      open(one);

      List<Object> sellers =
          Race.of(SELLERS, seller -> new Seller(root(seller % 2 == 0 ? one : two), seller).sell());

      Map<String, Integer> sold = new HashMap<>();
      sellers.forEach(
          s ->
              ((Map<?, ?>) s).forEach((k, n) -> sold.merge((String) k, (Integer) n, Integer::sum)));
      for (StockLevel level : root(one).inventory().available(SKUS, "MAIN")) {
        assertThat(level.available()).as("left of %s", level.sku()).hasToString("0");
        assertThat(sold).as("sold of %s", level.sku()).containsEntry(level.sku(), STOCK);
      }
      assertThat(root(two).inventory().verify().differences()).isEmpty();
      assertThat(root(two).audit().verify().firstBad()).isEmpty();
    }
  }

  private static void open(Jxc jxc) {
    jxc.provision(NewTenant.of("acme").currency("CNY").zone("UTC").admin("root"));
    JxcSession root = root(jxc);
    root.inventory().createWarehouse(CreateWarehouse.of("MAIN").build());
    root.partners().create(CreatePartner.customer("C-1").name("One").build());
    ReceiveGoods.Builder opening = ReceiveGoods.into("MAIN");
    for (String sku : SKUS) {
      root.catalog().create(CreateProduct.goods(sku).listPrice("10").build());
      opening.line(sku, Integer.toString(STOCK), "6");
    }
    root.inventory().receive(opening.build());
  }

  private static JxcSession root(Jxc jxc) {
    return jxc.as(Actor.of("acme", "root"));
  }

  /** Sells until nothing is left of anything. */
  private final class Seller {
    private final JxcSession session;
    private final Random chance;
    private final Map<String, Integer> sold = new HashMap<>();

    Seller(JxcSession session, int number) {
      this.session = session;
      this.chance = new Random(seed + number);
    }

    Map<String, Integer> sell() {
      List<String> left = new ArrayList<>(SKUS);
      while (!left.isEmpty()) {
        List<String> wanted = wanted(left);
        try {
          send(wanted);
          wanted.forEach(sku -> sold.merge(sku, 1, Integer::sum));
        } catch (InsufficientStockException soldOut) {
          // of the last piece of one product, two may have been wanted together
          if (wanted.stream().distinct().count() == 1 && wanted.size() == 1) {
            left.removeAll(wanted);
          }
        } catch (JxcException e) {
          assertThat(e.retryable()).as(e.toString()).isTrue();
        }
      }
      return sold;
    }

    /** The hot product most often; else one to three, in any order, one of them perhaps twice. */
    private List<String> wanted(List<String> left) {
      if (chance.nextBoolean()) {
        return List.of(left.get(0));
      }
      List<String> wanted = new ArrayList<>();
      int lines = 1 + chance.nextInt(3);
      for (int line = 0; line < lines; line++) {
        wanted.add(left.get(chance.nextInt(left.size())));
      }
      return wanted;
    }

    private void send(List<String> skus) {
      if (chance.nextBoolean()) {
        PlaceOrder.Builder order = PlaceOrder.forCustomer("C-1");
        skus.forEach(sku -> order.line(sku, "1"));
        session.sales().place(order.build());
      } else {
        IssueGoods.Builder issue = IssueGoods.from("MAIN").reason("sold");
        skus.forEach(sku -> issue.line(sku, "1"));
        session.inventory().issue(issue.build());
      }
    }
  }
}
