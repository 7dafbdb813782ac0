package io.jxc.core.internal.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Leaves steps of a failing seed out as long as it still fails, bigger parts first. */
final class Minimiser {
  private static final int TRIES = 120;

  private final long seed;
  private final int steps;
  private int tries;

  private Minimiser(long seed, int steps) {
    this.seed = seed;
    this.steps = steps;
  }

  /** Returns the steps that need not be made for the seed to fail. */
  static Set<Integer> leftOut(long seed, int steps) {
    return new Minimiser(seed, steps).leftOut();
  }

  private Set<Integer> leftOut() {
    Set<Integer> left = new TreeSet<>();
    for (int size = steps / 2; size >= 1; size /= 2) {
      for (List<Integer> part : parts(left, size)) {
        Set<Integer> more = new TreeSet<>(left);
        more.addAll(part);
        if (++tries <= TRIES && Simulation.run(seed, steps, more, false).violation().isPresent()) {
          left = more;
        }
      }
    }
    return left;
  }

  private List<List<Integer>> parts(Set<Integer> left, int size) {
    List<Integer> still = new ArrayList<>();
    for (int step = steps; step >= 1; step--) {
      if (!left.contains(step)) {
        still.add(step);
      }
    }
    List<List<Integer>> parts = new ArrayList<>();
    for (int from = 0; from < still.size(); from += size) {
      parts.add(still.subList(from, Math.min(still.size(), from + size)));
    }
    return parts;
  }
}
