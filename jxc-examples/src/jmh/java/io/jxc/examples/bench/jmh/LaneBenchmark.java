package io.jxc.examples.bench.jmh;

import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.inventory.ClaimStock;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The way through the lane and back: a claim on more than there is, which is refused and leaves
 * nothing behind, alone and among others who lead in turn.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class LaneBenchmark {
  /** One caller: it leads every time. */
  @Benchmark
  @Threads(1)
  public String alone(ShopState shop) {
    return refused(shop);
  }

  /** Eight callers: leadership is handed on. */
  @Benchmark
  @Threads(8)
  public String among8(ShopState shop) {
    return refused(shop);
  }

  /** Many callers: batches. */
  @Benchmark
  @Threads(64)
  public String among64(ShopState shop) {
    return refused(shop);
  }

  private static String refused(ShopState shop) {
    try {
      return shop.session()
          .inventory()
          .claim(ClaimStock.in("MAIN").owner("cart").firm().line("P-1", "11").build())
          .id();
    } catch (InsufficientStockException e) {
      return e.available().toString();
    }
  }
}
