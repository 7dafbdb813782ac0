package io.jxc.examples.bench.jmh;

import io.jxc.api.JxcSession;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Deciding an order of three lines: looked up, priced, claimed, and not committed. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class DecideBenchmark {
  /** A preview: the road of the command without its end. */
  @Benchmark
  public OrderResult order(ShopState shop) {
    JxcSession session = shop.session().previewing();
    return session
        .sales()
        .place(
            PlaceOrder.forCustomer("C-1")
                .warehouse("MAIN")
                .line("P-1", "1")
                .line("P-2", "1")
                .line("P-3", "1")
                .build());
  }
}
