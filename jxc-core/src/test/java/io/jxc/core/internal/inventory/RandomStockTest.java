package io.jxc.core.internal.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.Outcome;
import io.jxc.api.Quantity;
import io.jxc.api.error.JxcException;
import io.jxc.api.inventory.AdjustStock;
import io.jxc.api.inventory.ClaimResult;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.ReleaseClaim;
import io.jxc.api.inventory.StockLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trades at random and compares every state with maps that are kept by hand. */
class RandomStockTest extends StockTestBase {
  private static final List<String> SKUS = List.of("TEA-1", "TEA-2", "TEA-3");
  private static final List<String> WAREHOUSES = List.of("MAIN", "BACK");
  private static final BigDecimal COIN = new BigDecimal("0.01");

  private record Held(
      String id, String sku, String warehouse, BigDecimal quantity, Optional<Instant> end) {}

  private final Map<String, BigDecimal> onHand = new HashMap<>();
  private final Map<String, BigDecimal> pooled = new HashMap<>();
  private final Map<String, BigDecimal> values = new HashMap<>();
  private final Map<String, BigDecimal> lastCosts = new HashMap<>();
  private final List<Held> claims = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void any_trade_leaves_what_the_maps_say(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < 700; step++) {
      String sku = SKUS.get(random.nextInt(SKUS.size()));
      String warehouse = WAREHOUSES.get(random.nextInt(WAREHOUSES.size()));
      BigDecimal quantity = quantity(random);
      switch (random.nextInt(9)) {
        case 0, 1 -> receive(sku, warehouse, quantity, cost(random));
        case 2, 3 -> issue(sku, warehouse, quantity);
        case 4 -> issueMany(sku, warehouse, quantity);
        case 5 -> adjust(sku, warehouse, quantity, random.nextBoolean());
        case 6, 7 -> claim(sku, warehouse, quantity, random.nextBoolean());
        default -> release(random);
      }
      shop.clock.advance(Duration.ofSeconds(random.nextInt(60)));
      compare(sku, "seed " + seed + ", step " + step);
    }
    SKUS.forEach(sku -> compare(sku, "at the end"));
    assertThat(inventory.verify().differences()).isEmpty();
  }

  private static BigDecimal quantity(Random random) {
    return new BigDecimal(random.nextInt(20_000) + 1).movePointLeft(random.nextInt(4));
  }

  private static BigDecimal cost(Random random) {
    return new BigDecimal(random.nextInt(100_000) + 1).movePointLeft(3 + random.nextInt(3));
  }

  private static LocalDate day(BigDecimal quantity) {
    return LocalDate.of(2026, 9, 1).plusDays(quantity.intValue() % 80);
  }

  private static String text(BigDecimal number) {
    return number.toPlainString();
  }

  private void receive(String sku, String warehouse, BigDecimal quantity, BigDecimal cost) {
    inventory.receive(
        ReceiveGoods.into(warehouse)
            .effectiveOn(day(quantity))
            .line(sku, text(quantity), text(cost))
            .build());
    in(sku, warehouse, quantity, quantity.multiply(cost).setScale(6, RoundingMode.HALF_UP));
  }

  private void issue(String sku, String warehouse, BigDecimal quantity) {
    IssueGoods issue =
        IssueGoods.from(warehouse)
            .reason("random")
            .effectiveOn(day(quantity))
            .line(sku, text(quantity))
            .build();
    boolean possible = available(sku, warehouse).compareTo(quantity) >= 0;
    assertThat(done(() -> inventory.issue(issue))).isEqualTo(possible);
    if (possible) {
      out(sku, warehouse, quantity);
    }
  }

  /** Sends several at once: they are decided in one batch, each seeing those before it. */
  private void issueMany(String sku, String warehouse, BigDecimal quantity) {
    IssueGoods.Builder some = IssueGoods.from(warehouse).reason("random").line(sku, text(quantity));
    List<IssueGoods> commands = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      commands.add(some.requestId(io.jxc.api.RequestIds.next()).build());
    }
    for (Outcome<?> outcome : inventory.issueAll(commands)) {
      boolean possible = available(sku, warehouse).compareTo(quantity) >= 0;
      assertThat(outcome.result().isPresent()).isEqualTo(possible);
      if (possible) {
        out(sku, warehouse, quantity);
      }
    }
  }

  private void adjust(String sku, String warehouse, BigDecimal quantity, boolean found) {
    AdjustStock adjust =
        AdjustStock.in(warehouse)
            .reason("random")
            .line(sku, text(found ? quantity : quantity.negate()))
            .build();
    boolean possible = found || available(sku, warehouse).compareTo(quantity) >= 0;
    assertThat(done(() -> inventory.adjust(adjust))).isEqualTo(possible);
    if (possible && found) {
      in(sku, warehouse, quantity, share(sku, quantity));
    } else if (possible) {
      out(sku, warehouse, quantity);
    }
  }

  private void claim(String sku, String warehouse, BigDecimal quantity, boolean firm) {
    ClaimStock.Builder claim = ClaimStock.in(warehouse).owner("random").line(sku, text(quantity));
    ClaimStock command = (firm ? claim.firm() : claim.holdFor(Duration.ofMinutes(5))).build();
    boolean possible = available(sku, warehouse).compareTo(quantity) >= 0;
    List<ClaimResult> results = new ArrayList<>();
    assertThat(done(() -> results.add(inventory.claim(command)))).isEqualTo(possible);
    results.forEach(
        result -> claims.add(new Held(result.id(), sku, warehouse, quantity, result.expiresAt())));
  }

  private void release(Random random) {
    if (!claims.isEmpty()) {
      Held held = claims.remove(random.nextInt(claims.size()));
      inventory.releaseClaim(ReleaseClaim.of(held.id()));
    }
  }

  private static boolean done(Supplier<?> command) {
    try {
      return command.get() != null;
    } catch (JxcException e) {
      assertThat(e.code()).isEqualTo("stock.insufficient");
      return false;
    }
  }

  private void in(String sku, String warehouse, BigDecimal quantity, BigDecimal value) {
    onHand.merge(sku + warehouse, quantity, BigDecimal::add);
    pooled.merge(sku, quantity, BigDecimal::add);
    values.merge(sku, value, BigDecimal::add);
    lastCosts.put(sku, values.get(sku).divide(pooled.get(sku), 8, RoundingMode.HALF_UP));
  }

  private void out(String sku, String warehouse, BigDecimal quantity) {
    BigDecimal value = share(sku, quantity);
    lastCosts.put(sku, values.get(sku).divide(pooled.get(sku), 8, RoundingMode.HALF_UP));
    onHand.merge(sku + warehouse, quantity.negate(), BigDecimal::add);
    pooled.merge(sku, quantity.negate(), BigDecimal::add);
    values.merge(sku, value.negate(), BigDecimal::add);
  }

  private BigDecimal share(String sku, BigDecimal quantity) {
    BigDecimal all = pooled.getOrDefault(sku, BigDecimal.ZERO);
    if (all.signum() == 0) {
      return quantity.multiply(lastCosts.getOrDefault(sku, COIN)).setScale(6, RoundingMode.HALF_UP);
    }
    BigDecimal value = values.getOrDefault(sku, BigDecimal.ZERO);
    return all.compareTo(quantity) == 0
        ? value
        : quantity.multiply(value).divide(all, 6, RoundingMode.HALF_UP);
  }

  private BigDecimal reserved(String sku, String warehouse) {
    return claims.stream()
        .filter(held -> held.sku().equals(sku) && held.warehouse().equals(warehouse))
        .filter(held -> held.end().map(shop.clock.instant()::isBefore).orElse(true))
        .map(Held::quantity)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal available(String sku, String warehouse) {
    return onHand.getOrDefault(sku + warehouse, BigDecimal.ZERO).subtract(reserved(sku, warehouse));
  }

  private void compare(String sku, String when) {
    for (String warehouse : WAREHOUSES) {
      StockLevel level = inventory.available(List.of(sku), warehouse).get(0);
      BigDecimal there = onHand.getOrDefault(sku + warehouse, BigDecimal.ZERO);
      assertThat(level.onHand()).as(when).isEqualTo(new Quantity(there));
      assertThat(level.available()).as(when).isEqualTo(new Quantity(available(sku, warehouse)));
    }
    assertThat(inventory.stock(sku).value().orElseThrow().amount())
        .as(when)
        .isEqualByComparingTo(values.getOrDefault(sku, BigDecimal.ZERO));
  }
}
