package io.jxc.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.Jxc;
import io.jxc.api.Cursor;
import io.jxc.api.JxcSession;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.feed.FeedPage;
import io.jxc.api.inventory.StockLevel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Looks for everything that was acknowledged, and for anything that was done twice. */
final class Inspection {
  private final Place place;
  private final Acks acks;

  Inspection(Place place, Acks acks) {
    this.place = place;
    this.acks = acks;
  }

  /** Inspects what the last process has left behind. */
  void newest() {
    inspect(acks.newest());
  }

  /** Inspects all that was ever acknowledged. */
  void all() {
    inspect(acks.all());
  }

  private void inspect(Map<Work, String> answers) {
    List<Long> events;
    try (Jxc jxc = Jxc.builder().store(place.open()).build()) {
      Work.prepare(jxc);
      JxcSession root = Work.root(jxc);
      requireAnswered(root, answers);
      finishOpen(root);
      requireStock(root);
      assertThat(root.inventory().verify().differences()).as("balances").isEmpty();
      assertThat(root.audit().verify().firstBad()).as("chain").isEmpty();
      events = events(root);
    }
    requireDelivered(events);
  }

  /** Sends everything once more: it is answered as before, and nothing moves. */
  private static void requireAnswered(JxcSession root, Map<Work, String> answers) {
    long before = root.audit().anchor().sequence();
    answers.forEach(
        (work, answer) ->
            assertThat(work.send(root)).as("answer to %s, sent again", work).isEqualTo(answer));
    assertThat(root.audit().anchor().sequence()).as("head after repetitions").isEqualTo(before);
  }

  private void finishOpen(JxcSession root) {
    for (Work work : acks.open()) {
      String answer = work.send(root);
      assertThat(work.send(root)).as("second answer to %s", work).isEqualTo(answer);
      acks.acknowledge(work, answer);
    }
  }

  private void requireStock(JxcSession root) {
    for (StockLevel level : root.inventory().available(Work.skus(), "MAIN")) {
      long onHand = Work.OPENING_STOCK;
      long reserved = 0;
      for (Work work : acks.all().keySet()) {
        boolean moved = work.sku().equals(level.sku());
        onHand += moved ? work.onHand() : 0;
        reserved += moved ? work.reserved() : 0;
      }
      assertThat(level.onHand()).as("on hand of %s", level.sku()).hasToString("" + onHand);
      assertThat(level.reserved()).as("reserved of %s", level.sku()).hasToString("" + reserved);
    }
  }

  private static List<Long> events(JxcSession root) {
    List<Long> events = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    FeedPage page;
    do {
      page = root.feed().read(after, 1_000);
      page.events().stream().map(JxcEvent::sequence).forEach(events::add);
      after = Optional.of(page.next());
    } while (!page.events().isEmpty());
    return events;
  }

  /**
   * Every event reaches the subscription, whichever process it lives in; the first time in order.
   */
  private void requireDelivered(List<Long> events) {
    Set<Long> missing = new HashSet<>(events);
    missing.removeAll(acks.delivered());
    BlockingQueue<long[]> heard = new LinkedBlockingQueue<>();
    if (!missing.isEmpty()) {
      try (Jxc jxc =
          Jxc.builder()
              .store(place.open())
              .subscription(
                  LoadChild.subscription(
                      event -> heard.add(new long[] {event.sequence(), System.nanoTime()})))
              .build()) {
        while (!missing.isEmpty()) {
          long[] next = heard.poll(30, TimeUnit.SECONDS);
          assertThat(next)
              .as("a delivery; %d events are missing, %s", missing.size(), jxc.health())
              .isNotNull();
          missing.remove(next[0]);
          acks.delivered(next[0], next[1]);
        }
      } catch (InterruptedException e) {
        throw new AssertionError("interrupted", e);
      }
      heard.forEach(event -> acks.delivered(event[0], event[1]));
    }
    List<Long> first = acks.delivered().stream().distinct().toList();
    assertThat(first).as("first deliveries").containsExactlyElementsOf(events);
  }
}
