package io.jxc.core.internal.sim;

import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.Pages;
import io.jxc.api.Quantity;
import io.jxc.api.TenantId;
import io.jxc.api.audit.AuditOutcome;
import io.jxc.api.catalog.ProductQuery;
import io.jxc.api.inventory.BalanceDifference;
import io.jxc.api.inventory.ClaimStatus;
import io.jxc.api.inventory.StockLevel;
import io.jxc.api.sales.SalesOrder;
import io.jxc.api.sales.SalesOrderLine;
import io.jxc.api.sales.SalesOrderQuery;
import io.jxc.api.sales.SalesOrderSummary;
import io.jxc.api.sales.SalesStatus;
import io.jxc.core.internal.audit.AuditEntry;
import io.jxc.core.internal.audit.AuditTypes;
import io.jxc.core.internal.codec.EventCodec;
import io.jxc.core.internal.tenant.TenantRules;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.StoreView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What must hold in every state of a world, and at its end. */
final class Checks {
  private static final Set<String> TOLD =
      Set.of(EventCodec.JOURNAL.name(), AuditTypes.AUDIT.name());

  private final World world;

  Checks(World world) {
    this.world = world;
  }

  private JxcSession root(House house) {
    return world.inspector().as(Actor.of(house.tenant.value(), House.ROOT));
  }

  /** Cheap enough for now and then: balances against journal and claims, stock never negative. */
  void often(House house) {
    JxcSession root = root(house);
    List<BalanceDifference> differences = root.inventory().verify().differences();
    Violation.unless(differences.isEmpty(), "%s: %s", house.tenant, differences);
    for (String warehouse : House.WAREHOUSES) {
      for (StockLevel level : root.inventory().available(House.SKUS, warehouse)) {
        boolean sound =
            level.onHand().compareTo(Quantity.ZERO) >= 0
                && level.reserved().compareTo(Quantity.ZERO) >= 0
                && level.available().compareTo(Quantity.ZERO) >= 0;
        Violation.unless(sound, "%s: %s", house.tenant, level);
      }
    }
  }

  /** Everything. */
  void atTheEnd(House house) {
    often(house);
    var fault = root(house).audit().verify().firstBad();
    Violation.unless(fault.isEmpty(), "%s: the chain is broken: %s", house.tenant, fault);
    orders(house);
    barcodes(house);
    List<Long> events = log(house.tenant);
    world.deliveries.check(house.tenant.value(), events);
    world.hearings.check(house.tenant.value(), events);
    results(house.tenant);
  }

  private void orders(House house) {
    JxcSession root = root(house);
    List<SalesOrderSummary> all =
        Pages.stream(page -> root.sales().list(SalesOrderQuery.all(), page)).toList();
    for (SalesOrderSummary summary : all) {
      SalesOrder order = root.sales().get(summary.id());
      for (SalesOrderLine line : order.lines()) {
        SalesOrderLine.Progress progress = line.progress();
        boolean sound =
            Quantity.ZERO.compareTo(progress.returned()) <= 0
                && progress.returned().compareTo(progress.shipped()) <= 0
                && progress.shipped().compareTo(line.baseQuantity()) <= 0;
        Violation.unless(sound, "%s: %s", house.tenant, line);
      }
      boolean over =
          order.status() == SalesStatus.CANCELLED || order.status() == SalesStatus.COMPLETED;
      boolean claims =
          over
              && Pages.stream(page -> root.inventory().claims("sales_order:" + order.id(), page))
                  .anyMatch(claim -> claim.status() == ClaimStatus.ACTIVE);
      Violation.unless(!claims, "%s: %s still claims stock", house.tenant, order);
    }
  }

  private void barcodes(House house) {
    Set<String> seen = new TreeSet<>();
    Pages.stream(page -> root(house).catalog().list(ProductQuery.all(), page))
        .flatMap(product -> product.details().units().stream())
        .flatMap(unit -> unit.barcodes().stream())
        .forEach(
            code ->
                Violation.unless(seen.add(code), "%s: two products are %s", house.tenant, code));
  }

  /**
   * Reads the log: one audit entry for each request that was done and for no other, behind the
   * events that it caused. Returns the sequences of all events.
   */
  private List<Long> log(TenantId tenant) {
    List<Long> events = new ArrayList<>();
    List<String> actors = new ArrayList<>();
    Map<String, Integer> done = new HashMap<>();
    Instant last = Instant.EPOCH;
    for (JournalRow row : journal(tenant)) {
      if (row.type().equals(EventCodec.JOURNAL.name())) {
        events.add(row.sequence());
        actors.add(row.attributes().string("actor").orElseThrow());
      } else {
        AuditEntry entry = AuditTypes.AUDIT.decode(row);
        boolean ok = entry.outcome() == AuditOutcome.OK;
        if (entry.requestId().isPresent()) {
          // counted refusals stand for a minute that is over
          Violation.unless(
              !entry.at().isBefore(last), "%s: time runs back to %s after %s", tenant, entry, last);
          last = entry.at();
        }
        Violation.unless(
            ok || actors.isEmpty(), "%s: a refused command has events: %s", tenant, entry);
        for (String actor : actors) {
          Violation.unless(
              actor.equals(entry.actor()), "%s: an event of %s in %s", tenant, actor, entry);
        }
        actors.clear();
        if (ok && entry.part() == 0) {
          String request = entry.requestId().orElseThrow();
          done.merge(tenant.value() + "/" + entry.actor() + "/" + request, 1, Integer::sum);
        }
      }
    }
    Violation.unless(actors.isEmpty(), "%s: events without a command", tenant);
    done.forEach((key, times) -> Violation.unless(times == 1, "%s was done %d times", key, times));
    same(tenant, "the log", done.keySet());
    return events;
  }

  private List<JournalRow> journal(TenantId tenant) {
    List<JournalRow> rows = new ArrayList<>();
    try (StoreView view = world.store.view(tenant)) {
      List<JournalRow> some;
      do {
        long after = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).sequence();
        some = view.journal(TOLD, after, 1_000);
        rows.addAll(some);
      } while (some.size() == 1_000);
    }
    return rows;
  }

  /** Kept answers exist for what was done, and for nothing else. */
  private void results(TenantId tenant) {
    Set<String> kept = new TreeSet<>();
    try (StoreView view = world.store.view(tenant)) {
      String after = "";
      List<DocumentRow> rows;
      do {
        rows = view.documentRange("command_result", "", after, 1_000);
        for (DocumentRow row : rows) {
          after = row.key();
          kept.add(tenant.value() + "/" + row.key().replace('\0', '/'));
        }
      } while (rows.size() == 1_000);
    }
    same(tenant, "kept answers", kept);
  }

  private void same(TenantId tenant, String what, Set<String> found) {
    String mine = tenant.value() + "/";
    String system = mine + TenantRules.SYSTEM + "/";
    Set<String> expected =
        world.answers.done().stream()
            .filter(key -> key.startsWith(mine))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> theirs =
        found.stream()
            .filter(key -> !key.startsWith(system))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> tooMany = new TreeSet<>(theirs);
    tooMany.removeAll(expected);
    Violation.unless(tooMany.isEmpty(), "%s: %s of requests not done: %s", tenant, what, tooMany);
    expected.removeAll(theirs);
    Violation.unless(expected.isEmpty(), "%s: %s lack %s", tenant, what, expected);
  }
}
