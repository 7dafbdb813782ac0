package io.jxc.core.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jxc.api.Actor;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.Pages;
import io.jxc.api.access.DefineRole;
import io.jxc.api.access.Grant;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.RemoveRole;
import io.jxc.api.access.RevokeRoles;
import io.jxc.api.audit.AuditOutcome;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.audit.AuditRecord;
import io.jxc.api.audit.AuditedObject;
import io.jxc.api.audit.ChangeKind;
import io.jxc.api.audit.FieldChange;
import io.jxc.api.audit.ObjectRef;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.JxcException;
import io.jxc.core.internal.testing.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditServiceTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Shop shop = Shop.open();

  @AfterEach
  void closeShop() {
    shop.close();
  }

  @Test
  void aCommittedCommandHasOneRecordWithWhoWhenWhatAndEachChangedField() {
    shop.hire("ann", "sales");
    shop.clock.advance(MINUTE);
    RevokeRoles revoke = RevokeRoles.from("ann", "sales").withRequestId("r-7");

    shop.root().access().revoke(revoke);

    AuditRecord record = only(AuditQuery.all().action("access.revoke"));
    assertThat(record.actor()).isEqualTo("root");
    assertThat(record.onBehalfOf()).isEmpty();
    assertThat(record.at()).isEqualTo(Shop.OPENING.plus(MINUTE));
    assertThat(record.requestId()).contains("r-7");
    assertThat(record.outcome()).isEqualTo(AuditOutcome.OK);
    assertThat(record.code()).isEmpty();
    assertThat(record.count()).isEqualTo(1);
    AuditedObject user = record.object("user").orElseThrow();
    assertThat(user.ref()).isEqualTo(new ObjectRef("user", "ann"));
    assertThat(user.kind()).isEqualTo(ChangeKind.UPDATED);
    assertThat(user.digest()).hasValueSatisfying(digest -> assertThat(digest).hasSize(64));
    assertThat(user.change("roles"))
        .contains(new FieldChange("roles", Optional.of("[\"sales\"]"), Optional.of("[]"), false));
  }

  @Test
  void aRepeatedRequestHasNoSecondRecord() {
    GrantRoles grant = GrantRoles.to("ann", "sales");
    shop.root().access().grant(grant);
    shop.root().access().grant(grant);

    assertThat(search(AuditQuery.all().action("access.grant"))).hasSize(1);
  }

  @Test
  void whoWasReallyMeantIsKept() {
    shop.jxc
        .as(Actor.of("acme", "root").onBehalfOf("boss"))
        .access()
        .grant(GrantRoles.to("ann", "sales"));

    assertThat(only(AuditQuery.all().action("access.grant")).onBehalfOf()).contains("boss");
  }

  @Test
  void aRefusalForLackOfAPermissionHasOneRecordAndChangesNothing() {
    refused(
        () -> shop.as("ben").access().grant(GrantRoles.to("ben", "admin").withRequestId("r-evil")));

    AuditRecord refused = only(AuditQuery.all().outcome(AuditOutcome.REFUSED));
    assertThat(refused.actor()).isEqualTo("ben");
    assertThat(refused.action()).isEqualTo("access.grant");
    assertThat(refused.code()).contains("access.denied");
    assertThat(refused.permission()).contains(Permissions.ACCESS_MANAGE);
    assertThat(refused.requestId()).contains("r-evil");
    assertThat(refused.objects())
        .extracting(AuditedObject::ref, AuditedObject::kind)
        .containsExactly(tuple(new ObjectRef("user", "ben"), ChangeKind.NAMED));
  }

  @Test
  void anAttemptAtEscalationIsRecorded() {
    shop.hireWith("ben", Grant.all(Permissions.ACCESS_MANAGE));

    refused(() -> shop.as("ben").access().grant(GrantRoles.to("ben", "admin")));

    assertThat(only(AuditQuery.all().actor("ben")).code()).contains("access.escalation");
  }

  @Test
  void refusalsByARuleAreCountedPerMinute() {
    for (int i = 0; i < 3; i++) {
      refused(() -> shop.root().access().revoke(RevokeRoles.from("root", "admin")));
    }
    shop.clock.advance(MINUTE);
    shop.hire("ann", "sales");

    AuditRecord counted = only(AuditQuery.all().outcome(AuditOutcome.REFUSED));
    assertThat(counted.code()).contains("access.last-admin");
    assertThat(counted.count()).isEqualTo(3);
    assertThat(counted.requestId()).isEmpty();
    assertThat(counted.at()).isEqualTo(Shop.OPENING);
  }

  @Test
  void timeActorActionAndObjectNarrowTogetherNewestFirstPageByPage() {
    shop.hire("meg", "admin");
    Instant from = shop.clock.instant().plus(MINUTE);
    for (int i = 0; i < 10; i++) {
      shop.clock.advance(MINUTE);
      String user = "u" + i;
      shop.as("root").access().grant(GrantRoles.to(user, "sales"));
      shop.as("meg").access().grant(GrantRoles.to(user, "finance"));
      shop.as("meg").access().revoke(RevokeRoles.from(user, "sales"));
    }
    Instant to = from.plus(MINUTE.multipliedBy(3));

    AuditQuery query = AuditQuery.all().from(from).to(to).actor("meg").action("access.grant");
    List<Page<AuditRecord>> pages = pages(query, 2);

    assertThat(pages).extracting(page -> page.items().size()).startsWith(2, 1);
    assertThat(pages.stream().flatMap(page -> page.items().stream()))
        .extracting(record -> record.object("user").orElseThrow().ref().key())
        .containsExactly("u2", "u1", "u0");
    assertThat(search(AuditQuery.all().action("access.revoke"))).hasSize(10);
    assertThat(search(AuditQuery.all().actor("meg"))).hasSize(20);
    assertThat(search(AuditQuery.all().from(from).to(to))).hasSize(9);
    assertThat(search(AuditQuery.all().object("user", "u4"))).hasSize(3);
    assertThat(search(AuditQuery.all().object("user", "u4").actor("root"))).hasSize(1);
    assertThat(search(AuditQuery.all().object("user", "u4").to(to))).isEmpty();
    assertThat(search(AuditQuery.all().object("user", "nobody"))).isEmpty();
  }

  @Test
  void everyEntryIsFoundExactlyOnceOverAllPages() {
    for (int i = 0; i < 7; i++) {
      shop.root().access().grant(GrantRoles.to("u" + i, "sales"));
    }

    List<Long> sequences =
        Pages.stream(
                request ->
                    shop.root()
                        .audit()
                        .search(AuditQuery.all(), new PageRequest(3, request.after())))
            .map(AuditRecord::sequence)
            .toList();

    assertThat(sequences).hasSize(8).doesNotHaveDuplicates();
    assertThat(sequences).isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  @Test
  void theHistoryOfAnObjectTellsEverythingFromItsCreationToItsEnd() {
    DefineRole lead = DefineRole.of("lead", "Lead").grant(Permissions.STOCK_VIEW).build();
    shop.root().access().defineRole(lead);
    shop.root()
        .access()
        .defineRole(DefineRole.of(shop.root().access().role("lead")).name("Leader").build());
    shop.root().access().removeRole(RemoveRole.of(shop.root().access().role("lead")));

    List<AuditRecord> history =
        shop.root().audit().history(new ObjectRef("role", "lead"), PageRequest.first(10)).items();

    assertThat(history)
        .extracting(record -> record.object("role").orElseThrow().kind())
        .containsExactly(ChangeKind.CREATED, ChangeKind.UPDATED, ChangeKind.DELETED);
    assertThat(history.get(1).object("role").orElseThrow().change("name"))
        .contains(new FieldChange("name", Optional.of("Lead"), Optional.of("Leader"), false));
  }

  @Test
  void whoMaySeeOwnEntriesOnlySeesOwnEntriesOnly() {
    shop.hireWith("ann", Grant.own(Permissions.AUDIT_VIEW), Grant.all(Permissions.ACCESS_MANAGE));
    refused(() -> shop.as("ann").access().grant(GrantRoles.to("ann", "admin")));

    assertThat(shop.as("ann").audit().search(AuditQuery.all(), PageRequest.first(100)).items())
        .extracting(AuditRecord::actor)
        .containsExactly("ann");
    assertThat(
            shop.as("ann")
                .audit()
                .search(AuditQuery.all().actor("root"), PageRequest.first(100))
                .items())
        .isEmpty();
    assertThat(
            shop.as("ann")
                .audit()
                .history(new ObjectRef("user", "ann"), PageRequest.first(100))
                .items())
        .isEmpty();
  }

  @Test
  void aCursorServesOnlyTheQueryItCameFrom() {
    shop.hire("ann", "sales");
    Page<AuditRecord> page = shop.root().audit().search(AuditQuery.all(), PageRequest.first(1));

    assertThatThrownBy(
            () ->
                shop.root()
                    .audit()
                    .search(
                        AuditQuery.all().actor("root"),
                        PageRequest.first(1).after(page.next().orElseThrow())))
        .isInstanceOf(InvalidCommandException.class);
  }

  @Test
  void nobodyReadsTheLogWithoutThePermission() {
    shop.hire("ann", "sales");

    assertThatThrownBy(() -> shop.as("ann").audit().search(AuditQuery.all(), PageRequest.first(1)))
        .isInstanceOf(AccessDeniedException.class);
  }

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(JxcException.class);
  }

  private AuditRecord only(AuditQuery query) {
    List<AuditRecord> found = search(query);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private List<AuditRecord> search(AuditQuery query) {
    return shop.root().audit().search(query, PageRequest.first(1_000)).items();
  }

  private List<Page<AuditRecord>> pages(AuditQuery query, int size) {
    List<Page<AuditRecord>> pages = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(size));
    while (next.isPresent()) {
      Page<AuditRecord> page = shop.root().audit().search(query, next.get());
      pages.add(page);
      next = page.next().map(cursor -> PageRequest.first(size).after(cursor));
    }
    return pages;
  }
}
