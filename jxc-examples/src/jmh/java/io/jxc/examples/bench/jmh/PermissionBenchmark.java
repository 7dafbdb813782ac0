package io.jxc.examples.bench.jmh;

import io.jxc.api.access.Permissions;
import io.jxc.api.access.Scope;
import io.jxc.core.internal.access.Rights;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** May this user do it, and see that record? */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PermissionBenchmark {
  private final Rights seller =
      new Rights(
          "alice",
          Set.of("sales", "warehouse"),
          Map.of(
              Permissions.SALES_CREATE, Scope.ALL,
              Permissions.SALES_UPDATE, Scope.OWN,
              Permissions.STOCK_VIEW, Scope.ALL,
              Permissions.STOCK_RECEIVE, Scope.ALL));

  /** A permission that is held. */
  @Benchmark
  public boolean held() {
    return seller.has(Permissions.STOCK_RECEIVE);
  }

  /** A permission that is not held. */
  @Benchmark
  public boolean missing() {
    return seller.has(Permissions.SALES_CONFIRM);
  }

  /** A record of somebody else under a permission for own ones. */
  @Benchmark
  public boolean hidden() {
    return seller.sees(Permissions.SALES_UPDATE, "bob");
  }
}
