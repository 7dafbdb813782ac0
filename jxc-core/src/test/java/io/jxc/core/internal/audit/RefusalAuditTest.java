package io.jxc.core.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.PageRequest;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.RevokeRoles;
import io.jxc.api.approval.ApprovalRef;
import io.jxc.api.approval.Withdraw;
import io.jxc.api.audit.AuditOutcome;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.audit.AuditRecord;
import io.jxc.api.audit.ChangeKind;
import io.jxc.api.audit.ObjectRef;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.JxcException;
import io.jxc.api.sales.ShipOrder;
import io.jxc.core.internal.testing.Shop;
import io.jxc.spi.store.JxcStore;
import io.jxc.store.jdbc.JdbcStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was refused stands in the log: commands and reads, bounded, with what they named. */
class RefusalAuditTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final AuditQuery REFUSED = AuditQuery.all().outcome(AuditOutcome.REFUSED);

  private final Shop shop = Shop.open();

  @AfterEach
  void closeShop() {
    shop.close();
  }

  @Test
  void aRefusedReadHasARecordWhenItIsAnswered() {
    denied(() -> shop.as("ben").inventory().verify());

    AuditRecord refused = only(shop.root(), REFUSED);
    assertThat(refused.actor()).isEqualTo("ben");
    assertThat(refused.action()).isEqualTo("read");
    assertThat(refused.code()).contains("access.denied");
    assertThat(refused.permission()).contains(Permissions.STOCK_VERIFY);
    assertThat(refused.at()).isEqualTo(Shop.OPENING);
    assertThat(refused.requestId()).isPresent();
    assertThat(shop.root().audit().verify().ok()).isTrue();
  }

  @Test
  void readsThatAreRefusedAgainAndAgainFillACounterAndNotTheLog() {
    for (int i = 0; i < 100; i++) {
      denied(() -> shop.as("ben").inventory().verify());
    }
    denied(() -> shop.as("ben").audit().anchor());
    denied(() -> shop.as("eve").inventory().verify());

    assertThat(search(shop.root(), REFUSED)).hasSize(3);

    shop.clock.advance(MINUTE);
    shop.root().access().grant(GrantRoles.to("ann", "sales"));

    assertThat(search(shop.root(), REFUSED))
        .extracting(
            AuditRecord::actor, record -> record.permission().orElseThrow(), AuditRecord::count)
        .containsExactlyInAnyOrder(
            tuple("ben", Permissions.STOCK_VERIFY, 1L),
            tuple("ben", Permissions.STOCK_VERIFY, 99L),
            tuple("ben", Permissions.AUDIT_VERIFY, 1L),
            tuple("eve", Permissions.STOCK_VERIFY, 1L));

    denied(() -> shop.as("ben").inventory().verify());
    assertThat(search(shop.root(), REFUSED)).hasSize(5);
  }

  @Test
  void aReadOfATenantThatIsNotThereLeavesNothing() {
    JxcSession stranger = shop.jxc.as(Actor.of("nowhere", "ben"));

    assertThatThrownBy(() -> stranger.inventory().verify())
        .isInstanceOfSatisfying(
            JxcException.class, e -> assertThat(e.code()).isEqualTo("tenant.not-provisioned"));
    assertThat(search(shop.root(), REFUSED)).isEmpty();
  }

  @Test
  void aCommandRefusedForLackOfAPermissionTellsWhatItNamed() {
    denied(() -> shop.as("ben").access().grant(GrantRoles.to("ben", "admin")));
    denied(() -> shop.as("ben").sales().ship(ShipOrder.allOf("order-7").build()));
    denied(
        () -> shop.as("ben").approvals().withdraw(Withdraw.of(ApprovalRef.of("sales_order", "o"))));

    assertThat(search(shop.root(), REFUSED))
        .extracting(record -> record.objects().get(0).ref())
        .containsExactly(
            new ObjectRef("sales_order", "o"),
            new ObjectRef("sales_order", "order-7"),
            new ObjectRef("user", "ben"));
    AuditRecord record = only(shop.root(), REFUSED.object("user", "ben"));
    assertThat(record.objects().get(0).kind()).isEqualTo(ChangeKind.NAMED);
    assertThat(record.objects().get(0).digest()).isEmpty();
  }

  @Test
  void whatWasRefusedIsNoPartOfAnObjectsHistoryAndNoFaultOfTheChain() {
    shop.root().access().grant(GrantRoles.to("ann", "sales"));
    denied(() -> shop.as("ben").access().revoke(RevokeRoles.from("ann", "sales")));
    denied(() -> shop.as("ben").access().revoke(RevokeRoles.from("nobody", "sales")));

    assertThat(shop.root().audit().verify().ok()).isTrue();
    assertThat(
            shop.root()
                .audit()
                .history(new ObjectRef("user", "ann"), PageRequest.first(10))
                .items())
        .extracting(AuditRecord::outcome)
        .containsExactly(AuditOutcome.OK);
    assertThat(search(shop.root(), AuditQuery.all().object("user", "ann"))).hasSize(2);
  }

  @Test
  void refusalsByARuleAreCountedForEachObject() {
    for (String order : List.of("o-1", "o-2", "o-1")) {
      assertThatThrownBy(() -> shop.root().sales().ship(ShipOrder.allOf(order).build()))
          .isInstanceOf(JxcException.class);
    }
    shop.clock.advance(MINUTE);
    shop.root().access().grant(GrantRoles.to("ann", "sales"));

    assertThat(search(shop.root(), REFUSED))
        .extracting(record -> record.objects().get(0).ref().key(), AuditRecord::count)
        .containsExactlyInAnyOrder(tuple("o-1", 2L), tuple("o-2", 1L));
  }

  @Test
  void whatIsCountedIsWrittenWhenTheLibraryCloses(@TempDir Path folder) {
    try (Shop first = Shop.open(h2(folder), options -> options)) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> first.root().access().revoke(RevokeRoles.from("root", "admin")))
            .isInstanceOf(JxcException.class);
        denied(() -> first.as("ben").inventory().verify());
      }
      assertThat(search(first.root(), REFUSED)).hasSize(1);
    }

    try (Jxc second = Jxc.builder().store(h2(folder)).build()) {
      JxcSession root = second.as(Actor.of("acme", "root"));
      assertThat(search(root, REFUSED))
          .extracting(AuditRecord::actor, AuditRecord::count)
          .containsExactlyInAnyOrder(tuple("ben", 1L), tuple("ben", 2L), tuple("root", 3L));
      assertThat(root.audit().verify().ok()).isTrue();
    }
  }

  private static JxcStore h2(Path folder) {
    return JdbcStore.h2(folder).build();
  }

  private static void denied(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(AccessDeniedException.class);
  }

  private static List<AuditRecord> search(JxcSession session, AuditQuery query) {
    return session.audit().search(query, PageRequest.first(100)).items();
  }

  private static AuditRecord only(JxcSession session, AuditQuery query) {
    List<AuditRecord> found = search(session, query);
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
