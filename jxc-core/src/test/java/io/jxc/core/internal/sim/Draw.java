package io.jxc.core.internal.sim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Draws from one seed. */
final class Draw {
  private final SplittableRandom random;

  Draw(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A draw of its own for one step of a seed, so that steps can be left out. */
  static Draw ofStep(long seed, long step) {
    return new Draw(seed * 0x9E37_79B9_7F4A_7C15L + step * 0xD134_2543_DE82_EF95L);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  double share() {
    return random.nextDouble();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  @SafeVarargs
  final <T> T one(T... items) {
    return items[random.nextInt(items.length)];
  }

  <T> T one(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  <T> Optional<T> any(List<T> items) {
    return items.isEmpty() ? Optional.empty() : Optional.of(one(items));
  }

  /** Something that is likely still open: one of the last. */
  <T> Optional<T> recent(List<T> items) {
    return any(items.subList(Math.max(0, items.size() - 6), items.size()));
  }

  /** Goods in units, halves or hundredths. */
  String quantity(int most) {
    int scale = random.nextInt(4) == 0 ? random.nextInt(3) : 0;
    int ten = scale == 0 ? 1 : scale == 1 ? 10 : 100;
    return BigDecimal.valueOf(random.nextInt(most * ten) + 1L, scale).toPlainString();
  }

  String price() {
    return BigDecimal.valueOf(random.nextInt(10_000), random.nextInt(3)).toPlainString();
  }
}
