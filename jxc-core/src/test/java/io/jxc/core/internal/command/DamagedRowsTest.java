package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.Outcome;
import io.jxc.api.PageRequest;
import io.jxc.api.TenantId;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.catalog.ProductQuery;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.StorageException;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.StockCardQuery;
import io.jxc.api.inventory.StockDocumentResult;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.sales.OpenLineQuery;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.SalesOrderQuery;
import io.jxc.api.sales.ShipOrder;
import io.jxc.core.internal.testing.DamagedStore;
import io.jxc.core.internal.testing.FaultStore;
import io.jxc.core.internal.testing.Shop;
import io.jxc.store.memory.MemoryStore;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A row that somebody spoilt fails what needs it, by an error that names it, and nothing else. */
class DamagedRowsTest {
  private static final String SECRET = "secret-of-the-shop";
  private static final String NOT_JSON = "{\"name\":\"" + SECRET;
  private static final String OTHER_FIELDS = "{\"name\":\"" + SECRET + "\"}";

  private final MemoryStore sound = MemoryStore.create();
  private final DamagedStore store = new DamagedStore(sound);
  private final FaultStore counting = new FaultStore(store);
  private final Shop shop = Shop.open(store, options -> options);
  private final OrderResult order = trade(shop.root());

  /** Another node, which has nothing in its cache yet. */
  private final Jxc node = Jxc.builder().store(counting).clock(shop.clock).build();

  private final JxcSession root = node.as(Actor.of("acme", "root"));

  private static OrderResult trade(JxcSession root) {
    root.inventory().createWarehouse(CreateWarehouse.of("MAIN").build());
    root.catalog().create(CreateProduct.goods("TEA").listPrice("10").build());
    root.catalog().create(CreateProduct.goods("COFFEE").listPrice("10").build());
    root.partners().create(CreatePartner.customer("C-1").build());
    root.inventory().receive(received("TEA", "known"));
    return root.sales().place(PlaceOrder.forCustomer("C-1").line("TEA", "1").build());
  }

  @AfterEach
  void close() {
    node.close();
    shop.close();
    sound.close();
  }

  private static ReceiveGoods received(String sku, String request) {
    return ReceiveGoods.into("MAIN").line(sku, "5", "6.00").requestId(request).build();
  }

  private static String told(Outcome<StockDocumentResult> outcome) {
    return outcome.error().map(JxcException::code).orElse("done");
  }

  private static StorageException unreadable(String type, String key, ThrowingCallable call) {
    StorageException e = catchThrowableOfType(StorageException.class, call);
    assertThat(e).isNotNull();
    assertThat(e.errorCode()).isEqualTo(ErrorCode.STORAGE_UNREADABLE);
    assertThat(e.retryable()).isFalse();
    assertThat(e.arguments()).containsEntry("type", type).containsEntry("key", key);
    for (Throwable t = e; t != null; t = t.getCause()) {
      assertThat(t.toString()).doesNotContain(SECRET);
    }
    return e;
  }

  @Test
  void theOthersOfTheBatchGoOnInOneCommit() {
    for (String body : List.of(NOT_JSON, OTHER_FIELDS, "", "null", "[1]")) {
      store.body("product", "TEA", body);
      counting.takeCommits();

      List<Outcome<StockDocumentResult>> outcomes =
          root.inventory()
              .receiveAll(
                  List.of(
                      received("COFFEE", "a" + body.length()),
                      received("TEA", "b" + body.length()),
                      received("COFFEE", "c" + body.length())));

      assertThat(outcomes.stream().map(DamagedRowsTest::told))
          .as(body)
          .containsExactly("done", "storage.unreadable", "done");
      assertThat(counting.takeCommits()).isEqualTo(1);
    }
  }

  @Test
  void aMendedRowIsReadAgain() {
    store.body("product", "TEA", NOT_JSON);
    unreadable("product", "TEA", () -> root.inventory().receive(received("TEA", "r-1")));
    unreadable("product", "TEA", () -> root.previewing().inventory().receive(received("TEA", "p")));
    root.inventory().receive(received("COFFEE", "r-2"));

    store.heal();

    assertThat(root.inventory().receive(received("TEA", "r-1")).number()).isNotEmpty();
    assertThat(root.inventory().verify().differences()).isEmpty();
    assertThat(root.audit().verify().firstBad()).isEmpty();
  }

  @Test
  void aDamagedUserFailsThatUserOnly() {
    shop.hire("ann", "warehouse");
    store.body("user", "ann", NOT_JSON);

    JxcSession ann = node.as(Actor.of("acme", "ann"));
    unreadable("user", "ann", () -> ann.inventory().receive(received("COFFEE", "r")));
    unreadable("user", "ann", () -> ann.catalog().get("TEA"));
    assertThat(root.catalog().get("TEA").sku()).isEqualTo("TEA");
  }

  @Test
  void aDamagedLineFailsWhatNeedsTheLines() {
    store.body("sales_order", order.id() + "#1", NOT_JSON);

    String line = order.id() + "#1";
    unreadable("sales_order", line, () -> root.sales().get(order.id()));
    unreadable("sales_order", line, () -> root.sales().ship(ShipOrder.allOf(order.id()).build()));
    assertThat(root.sales().list(SalesOrderQuery.all(), PageRequest.first(10)).items()).hasSize(1);
  }

  @Test
  void aDamagedAnswerIsNotGivenAgain() {
    store.body(
        "command_result",
        CommandResultDocument.key("root", "known"),
        "{\"result\":[\"" + SECRET + "\"]}");

    unreadable(
        "command_result",
        CommandResultDocument.key("root", "known"),
        () -> root.inventory().receive(received("TEA", "known")));
    assertThat(root.inventory().available(List.of("TEA"), "MAIN").get(0).onHand().toString())
        .isEqualTo("5");
  }

  @Test
  void listsAndFactsNameTheRow() {
    store.body("product", "COFFEE", NOT_JSON);
    unreadable(
        "product", "COFFEE", () -> root.catalog().list(ProductQuery.all(), PageRequest.first(10)));
    assertThat(root.catalog().get("TEA").sku()).isEqualTo("TEA");

    store.columns("sales_order", order.id() + "#1");
    unreadable(
        "sales_order",
        order.id() + "#1",
        () -> root.sales().openLines(OpenLineQuery.all(), PageRequest.first(10)));

    String movement = number("movement");
    store.columns("movement", movement);
    unreadable(
        "movement",
        movement,
        () -> root.inventory().card(StockCardQuery.of("TEA"), PageRequest.first(10)));

    String entry = number("audit");
    store.body("audit", entry, NOT_JSON);
    unreadable(
        "audit", entry, () -> root.audit().search(AuditQuery.all(), PageRequest.first(1_000)));
    assertThatThrownBy(() -> root.audit().search(AuditQuery.all(), PageRequest.first(1_000)))
        .hasMessageContaining("'" + entry + "'");
  }

  private String number(String journal) {
    try (var view = sound.view(TenantId.of("acme"))) {
      return Long.toString(view.journal(Set.of(journal), 0, 1).get(0).sequence());
    }
  }
}
