package io.jxc.core.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.Actor;
import io.jxc.api.Cursor;
import io.jxc.api.access.Grant;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.access.Permissions;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.event.AccessEvent;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.event.TenantEvent;
import io.jxc.api.feed.FeedPage;
import io.jxc.core.internal.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedServiceTest {
  private final Shop shop = Shop.open();

  @AfterEach
  void closeShop() {
    shop.close();
  }

  @Test
  void aStoredCursorGoesOnWhereItStoppedAndMissesNothing() {
    for (int i = 0; i < 5; i++) {
      shop.hire("u" + i, "sales");
    }

    List<JxcEvent> events = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    FeedPage page;
    do {
      page = shop.root().feed().read(after, 2);
      events.addAll(page.events());
      after = Optional.of(new Cursor(page.next().value()));
    } while (page.more());

    assertThat(events).hasAtLeastOneElementOfType(TenantEvent.TenantProvisioned.class);
    assertThat(events)
        .filteredOn(AccessEvent.RolesChanged.class::isInstance)
        .extracting(event -> ((AccessEvent.RolesChanged) event).user())
        .containsExactly("u0", "u1", "u2", "u3", "u4");
    assertThat(events).extracting(JxcEvent::sequence).isSorted().doesNotHaveDuplicates();
    assertThat(shop.root().feed().read(after, 100).events()).isEmpty();
  }

  @Test
  void anEventTellsWhoAndWhatChanged() {
    shop.hire("ann", "sales");
    Cursor tail = shop.root().feed().tail();
    shop.hire("ann", "finance");

    JxcEvent event = shop.root().feed().read(Optional.of(tail), 10).events().get(0);

    AccessEvent.RolesChanged changed = (AccessEvent.RolesChanged) event;
    assertThat(changed.header().actor()).isEqualTo("root");
    assertThat(changed.tenant().value()).isEqualTo("acme");
    assertThat(changed.at()).isEqualTo(Shop.OPENING);
    assertThat(changed.before()).containsExactly("sales");
    assertThat(changed.after()).containsExactly("finance", "sales");
  }

  @Test
  void aPlaceThatTheHostHasNotedIsGoneOnFrom() {
    shop.hire("ann", "sales");
    shop.hire("ben", "sales");
    List<JxcEvent> all = shop.root().feed().read(Optional.empty(), 100).events();
    for (int handled = 0; handled < all.size(); handled++) {
      Cursor behind = shop.root().feed().behind(all.get(handled).sequence());
      assertThat(shop.root().feed().read(Optional.of(behind), 100).events())
          .isEqualTo(all.subList(handled + 1, all.size()));
    }
    assertThat(shop.root().feed().read(Optional.of(shop.root().feed().behind(0)), 100).events())
        .isEqualTo(all);
    for (long nowhere : List.of(-1L, Long.MIN_VALUE, 10_000L, Long.MAX_VALUE)) {
      assertThatThrownBy(() -> shop.root().feed().behind(nowhere))
          .isInstanceOfSatisfying(
              InvalidCommandException.class,
              e -> assertThat(e.getMessage()).contains("sequence", Long.toString(nowhere)));
    }
  }

  @Test
  void theTailHearsOnlyOfWhatComes() {
    shop.hire("ann", "sales");
    Cursor tail = shop.root().feed().tail();
    assertThat(shop.root().feed().read(Optional.of(tail), 10).events()).isEmpty();
    assertThat(shop.root().feed().read(Optional.of(tail), 10).more()).isFalse();

    shop.hire("ben", "sales");

    assertThat(shop.root().feed().read(Optional.of(tail), 10).events()).hasSize(1);
  }

  @Test
  void aCursorServesItsTenantOnly() {
    shop.provision("other");
    Cursor tail = shop.root().feed().tail();

    assertThatThrownBy(
            () -> shop.jxc.as(Actor.of("other", "root")).feed().read(Optional.of(tail), 10))
        .isInstanceOf(InvalidCommandException.class);
    assertThatThrownBy(() -> shop.root().feed().read(Optional.of(new Cursor("x")), 10))
        .isInstanceOf(InvalidCommandException.class);
  }

  @Test
  void aPageHasBounds() {
    for (int wrong : new int[] {0, 1_001}) {
      assertThatThrownBy(() -> shop.root().feed().read(Optional.empty(), wrong))
          .isInstanceOf(InvalidCommandException.class);
    }
  }

  @Test
  void whoMayReadOwnEventsOnlySeesThoseItCaused() {
    shop.hireWith(
        "ann",
        Grant.own(Permissions.FEED_READ),
        Grant.all(Permissions.ACCESS_MANAGE),
        Grant.all(Permissions.STOCK_VIEW));
    shop.root().access().grant(GrantRoles.to("ben", "role-of-ann"));
    shop.as("ann").access().grant(GrantRoles.to("cat", "role-of-ann"));

    FeedPage page = shop.as("ann").feed().read(Optional.empty(), 100);

    assertThat(page.events())
        .extracting(event -> ((AccessEvent.RolesChanged) event).user())
        .containsExactly("cat");
    assertThat(page.more()).isFalse();
  }

  @Test
  void nobodyReadsTheFeedWithoutThePermission() {
    shop.hire("ann", "sales");

    assertThatThrownBy(() -> shop.as("ann").feed().tail())
        .isInstanceOf(AccessDeniedException.class);
  }
}
