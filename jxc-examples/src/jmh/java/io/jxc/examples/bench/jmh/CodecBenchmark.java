package io.jxc.examples.bench.jmh;

import io.jxc.core.internal.codec.Stored;
import io.jxc.core.internal.inventory.ClaimDocument;
import io.jxc.core.internal.inventory.InventoryTypes;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.DocumentRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A claim of three lines becomes a stored row, and a row becomes a claim. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CodecBenchmark {
  private final ClaimDocument claim =
      new ClaimDocument(
          "01a21bfe-ca97-768a-b237-7ed4a371264d",
          "sales_order:01a21bfe-ca56-7532-9aa8-8136911220be",
          ClaimDocument.Kind.FIRM,
          ClaimDocument.Status.ACTIVE,
          "MAIN",
          0,
          Optional.empty(),
          List.of(
              new ClaimDocument.Line("P-0000001", BigDecimal.ONE),
              new ClaimDocument.Line("P-0000002", BigDecimal.TEN),
              new ClaimDocument.Line("P-0000003", new BigDecimal("2.5"))),
          "alice",
          Instant.parse("2026-01-02T03:04:05.678901Z"));

  private final DocumentRow row = row(InventoryTypes.CLAIM.encode(claim, Optional.empty()));

  private DocumentRow row(DocumentChange.Content content) {
    return new DocumentRow(
        InventoryTypes.CLAIM.name(),
        claim.id(),
        7,
        content.format(),
        content.attributes(),
        content.body());
  }

  /** To a row. */
  @Benchmark
  public DocumentChange.Content encode() {
    return InventoryTypes.CLAIM.encode(claim, Optional.empty());
  }

  /** From a row. */
  @Benchmark
  public Stored<ClaimDocument> decode() {
    return InventoryTypes.CLAIM.decode(row);
  }
}
