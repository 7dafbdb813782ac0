package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.PageRequest;
import io.jxc.api.TenantId;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.audit.AuditRecord;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.tenant.SettingsView;
import io.jxc.api.tenant.UpdateSettings;
import io.jxc.core.internal.testing.FaultStore;
import io.jxc.core.internal.testing.Ground;
import io.jxc.core.internal.testing.Shop;
import io.jxc.store.memory.MemoryStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers are deleted when their time is over, in slices, on the record, and never before. */
class ResultPurgeTest {
  private static final TenantId ACME = TenantId.of("acme");
  private static final Duration WEEK = Duration.ofDays(7);

  private static IssueGoods stocked(Shop shop) {
    shop.root().inventory().createWarehouse(CreateWarehouse.of("MAIN").build());
    shop.root().catalog().create(CreateProduct.goods("TEA").build());
    shop.root().inventory().receive(ReceiveGoods.into("MAIN").line("TEA", "10", "6.00").build());
    return IssueGoods.from("MAIN").reason("sold").line("TEA", "1").requestId("till-1").build();
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerIsKeptForTheRetentionAndThenTheRequestIsANewOne(Ground.Kind kind) {
    try (Ground ground = kind.open();
        Shop shop = Shop.open(ground.node(), options -> options)) {
      IssueGoods issue = stocked(shop);
      String number = shop.root().inventory().issue(issue).number();
      shop.clock.advance(WEEK);

      assertThat(shop.jxc.purgeResults(ACME)).as("to the day").isZero();
      assertThat(shop.root().inventory().issue(issue).number()).isEqualTo(number);
      shop.clock.advance(Duration.ofDays(1));
      long deleted = shop.jxc.purgeResults(ACME);

      assertThat(deleted).as("everything of the first day").isEqualTo(5);
      assertThat(shop.jxc.purgeResults(ACME)).isZero();
      assertThat(shop.root().inventory().issue(issue).number()).isNotEqualTo(number);
      assertThat(shop.root().inventory().verify().ok()).isTrue();
      assertThat(shop.root().audit().verify().ok()).isTrue();
      List<AuditRecord> purges =
          shop.root()
              .audit()
              .search(AuditQuery.all().action("tenant.purge-results"), PageRequest.first(10))
              .items();
      assertThat(purges).hasSize(1);
      assertThat(purges.get(0).actor()).isEqualTo("system");
      assertThat(purges.get(0).objects()).hasSize(1);
      assertThat(purges.get(0).objects().get(0).ref().type()).isEqualTo("purge");
    }
  }

  @Test
  void todaysAnswersStayWhateverTheRetention() {
    try (Shop shop = Shop.open()) {
      SettingsView now = shop.root().tenant().settings();
      shop.root()
          .tenant()
          .update(
              UpdateSettings.of(now)
                  .settings(now.settings().withResultRetention(Duration.ofDays(1)))
                  .build());
      shop.clock.advance(Duration.ofHours(23));
      shop.hire("ann", "sales");

      assertThat(shop.jxc.purgeResults(ACME)).isZero();
      shop.clock.advance(Duration.ofHours(24));
      assertThat(shop.jxc.purgeResults(ACME))
          .as("of the first day, not of the second")
          .isEqualTo(2);
    }
  }

  @Test
  void manyAreDeletedInSlicesOfOneCommitEach() {
    FaultStore store = new FaultStore(MemoryStore.create());
    try (Shop shop = Shop.open(store, options -> options)) {
      IssueGoods issue = stocked(shop);
      List<IssueGoods> many =
          IntStream.range(0, 1_000)
              .mapToObj(
                  i ->
                      IssueGoods.from("MAIN")
                          .reason("sold")
                          .line("TEA", "0.001")
                          .requestId("bulk-" + i)
                          .build())
              .toList();
      assertThat(shop.root().inventory().issueAll(many)).allMatch(o -> o.result().isPresent());
      shop.root().inventory().issue(issue);
      shop.clock.advance(WEEK.plusDays(1));
      store.takeCommits();

      assertThat(shop.jxc.purgeResults(ACME)).isEqualTo(1_005);
      assertThat(store.takeCommits()).isEqualTo(2);
    }
  }

  @Test
  void aRuleThatIsAskedTooEarlyDeletesNothing() {
    // who looks has a clock that runs ahead by a year
    FaultStore store = new FaultStore(MemoryStore.create());
    try (Shop shop = Shop.open(store, options -> options)) {
      GrantRoles grant = GrantRoles.to("ann", "sales");
      shop.root().access().grant(grant);
      Clock ahead = Clock.offset(shop.clock, Duration.ofDays(365));
      Road road =
          new DirectRoad(
              store,
              new Admission(List.of(), () -> false),
              shop.clock,
              UUID::randomUUID,
              new Refusals());

      assertThat(new ResultPurge(store, road, ahead).run(ACME)).isZero();
      long version = shop.root().access().grant(grant).version();
      assertThat(shop.root().access().grant(grant).version()).isEqualTo(version);
    }
  }

  @Test
  void aTenantThatDoesNotExistIsRefused() {
    try (Shop shop = Shop.open()) {
      assertThatThrownBy(() -> shop.jxc.purgeResults(TenantId.of("nobody")))
          .isInstanceOfSatisfying(
              NotFoundException.class,
              e -> assertThat(e.errorCode()).isEqualTo(ErrorCode.TENANT_NOT_PROVISIONED));
    }
  }
}
