package io.jxc.core.internal.sim;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one seed has drawn for its whole run: some worlds have many nodes and few faults, some have
 * one kind of fault only, some have none.
 *
 * @param nodes instances of the library over one store, 1 to 4
 * @param clients virtual clients, 2 to 12
 * @param lockless whether the store cannot lock a tenant: it decides again instead
 * @param start when the world begins
 * @param rates how often each fault happens, for each occasion
 */
record Plan(int nodes, int clients, boolean lockless, Instant start, Map<Fault, Double> rates) {
  private static final List<Instant> STARTS =
      List.of(
          Instant.parse("2026-11-22T02:00:00Z"),
          Instant.parse("2026-12-31T15:50:00Z"),
          Instant.parse("2028-02-29T15:58:00Z"),
          Instant.parse("2026-03-31T23:59:30Z"));

  static Plan of(long seed) {
    Draw draw = Draw.ofStep(seed, -1);
    Map<Fault, Double> rates = new EnumMap<>(Fault.class);
    boolean calm = draw.chance(0.06);
    for (Fault fault : Fault.values()) {
      double rate = draw.chance(0.6) ? fault.most * draw.share() : 0;
      rates.put(fault, calm ? 0 : rate);
    }
    return new Plan(
        draw.between(1, 4), draw.between(2, 12), draw.chance(0.25), draw.one(STARTS), rates);
  }

  double rate(Fault fault) {
    return rates.getOrDefault(fault, 0.0);
  }
}
