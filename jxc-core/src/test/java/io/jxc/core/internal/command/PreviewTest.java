package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.Actor;
import io.jxc.api.Outcome;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.RequestIdReusedException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.error.StorageException;
import io.jxc.api.inventory.ClaimResult;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.InventoryService;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.StockDocumentResult;
import io.jxc.core.internal.command.RoadShop.Node;
import io.jxc.core.internal.testing.Ground.Kind;
import io.jxc.core.internal.testing.Shop;
import io.jxc.spi.store.HostTransaction;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A previewed command is answered as if it were sent, and leaves no trace. */
class PreviewTest {
  private static final IssueGoods ISSUE = RoadShop.issue("4").requestId("till-1").build();

  @ParameterizedTest
  @EnumSource
  void aPreviewAnswersWhatTheCommandWouldAndChangesNothing(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "10")) {
      Node node = shop.first();
      InventoryService previewing = node.root().previewing().inventory();
      long before = node.sequence();

      StockDocumentResult would = previewing.issue(ISSUE);
      StockDocumentResult again = previewing.issue(ISSUE);

      assertThat(node.sequence()).isEqualTo(before);
      assertThat(node.store().takeCommits()).isZero();
      assertThat(again.number()).isEqualTo(would.number());
      assertThat(node.inventory().issue(ISSUE).number()).isEqualTo(would.number());
      shop.requireExact("6");
    }
  }

  @Test
  void aPreviewIsOfTheTimeOfTheLogWhereTheClockIsPutBack() {
    try (Shop shop = Shop.open()) {
      shop.clock.advance(Duration.ofHours(3));
      shop.root().inventory().createWarehouse(CreateWarehouse.of("MAIN").build());
      shop.root().catalog().create(CreateProduct.goods("TEA").build());
      shop.root().inventory().receive(ReceiveGoods.into("MAIN").line("TEA", "9", "6").build());
      shop.clock.advance(Duration.ofHours(-3));
      ClaimStock claim = ClaimStock.in("MAIN").owner("cart-1").line("TEA", "1").build();

      ClaimResult would = shop.root().previewing().inventory().claim(claim);

      assertThat(would.expiresAt()).isEqualTo(shop.root().inventory().claim(claim).expiresAt());
    }
  }

  @Test
  void aPreviewIsRefusedAsTheCommandWouldBeAndNothingOfItIsRecorded() {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "10")) {
      Node node = shop.first();
      InventoryService previewing = node.root().previewing().inventory();
      node.inventory().issue(ISSUE);
      IssueGoods other = RoadShop.issue("5").requestId("till-1").build();
      IssueGoods all = RoadShop.issue("7").build();

      assertThat(
              shop.refused(InsufficientStockException.class, () -> previewing.issue(all))
                  .arguments())
          .containsEntry("requested", "7")
          .containsEntry("available", "6");
      shop.refused(RequestIdReusedException.class, () -> previewing.issue(other));
      shop.refused(
          AccessDeniedException.class,
          () -> node.jxc().as(Actor.of("acme", "nobody")).previewing().inventory().issue(all));
      assertThat(previewing.issue(ISSUE)).isEqualTo(node.inventory().issue(ISSUE));
    }
  }

  @Test
  void previewsOfABulkCallSeeEachOther() {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "10")) {
      List<IssueGoods> commands = List.of(RoadShop.issue("8").build(), RoadShop.issue("3").build());

      List<Outcome<StockDocumentResult>> outcomes =
          shop.first().root().previewing().inventory().issueAll(commands);

      assertThat(outcomes.get(0).result()).isPresent();
      assertThat(outcomes.get(1).error()).containsInstanceOf(InsufficientStockException.class);
      shop.requireExact("10");
    }
  }

  @Test
  void aTenantThatWasNeverProvisionedHasNoPreviewsEither() {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "10")) {
      NotFoundException refused =
          shop.refused(
              NotFoundException.class,
              () ->
                  shop.first()
                      .jxc()
                      .as(Actor.of("nowhere", "root"))
                      .previewing()
                      .inventory()
                      .issue(ISSUE));

      assertThat(refused.code()).isEqualTo("tenant.not-provisioned");
    }
  }

  @Test
  void interceptorsAreAskedBeforeEveryCommandAndEveryPreview() {
    List<String> asked = new ArrayList<>();
    try (RoadShop shop =
        RoadShop.open(
            Kind.MEMORY,
            "10",
            options ->
                options.interceptor(
                    info -> {
                      asked.add(info.action());
                      if (info.command().requestId().equals("till-1")) {
                        throw info.veto("closed for stocktaking");
                      }
                    }))) {
      asked.clear();
      InventoryService sent = shop.first().inventory();
      InventoryService previewing = shop.first().root().previewing().inventory();
      for (InventoryService inventory : List.of(sent, previewing)) {
        RuleViolationException vetoed =
            shop.refused(RuleViolationException.class, () -> inventory.issue(ISSUE));
        assertThat(vetoed.code()).isEqualTo("interceptor.veto");
        assertThat(vetoed.arguments()).containsEntry("reason", "closed for stocktaking");
        assertThat(inventory.issueAll(List.of(ISSUE)).get(0).error())
            .containsInstanceOf(RuleViolationException.class);
      }
      assertThat(asked).hasSize(4).containsOnly("inventory.issue");
      shop.requireExact("10");
    }
  }

  @Test
  void aStoreThatCannotJoinATransactionSaysSo() throws SQLException {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "10");
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:host")) {
      HostTransaction transaction = HostTransaction.of(connection);

      StorageException refused =
          shop.refused(StorageException.class, () -> shop.first().root().joining(transaction));

      assertThat(refused.code()).isEqualTo("storage.cannot-join");
    }
  }
}
