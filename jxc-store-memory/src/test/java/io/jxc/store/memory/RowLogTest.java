package io.jxc.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JournalRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowLogTest {
  @Test
  void the_place_after_a_sequence_is_found_with_and_without_gaps() {
    for (int step : List.of(1, 2, 7)) {
      RowLog log = new RowLog();
      for (int i = 1; i <= 600; i++) {
        log.append(row((long) i * step));
      }
      for (long sequence = 0; sequence <= 600L * step + 1; sequence++) {
        assertThat(log.after(sequence)).isEqualTo((int) Math.min(600, sequence / step));
      }
      assertThat(log.after(Long.MAX_VALUE)).isEqualTo(600);
    }
  }

  @Test
  void several_logs_are_merged_by_sequence_up_to_the_snapshot() {
    RowLog odd = new RowLog();
    RowLog even = new RowLog();
    for (long sequence = 1; sequence <= 20; sequence++) {
      (sequence % 2 == 0 ? even : odd).append(row(sequence));
    }

    assertThat(JournalReader.read(List.of(even, odd), 3, 15, 100))
        .extracting(JournalRow::sequence)
        .containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L);
    assertThat(JournalReader.read(List.of(even, odd), 3, 15, 2)).hasSize(2);
    assertThat(JournalReader.read(List.of(even), 20, 30, 2)).isEmpty();
  }

  private static JournalRow row(long sequence) {
    JournalEntry entry = TestTypes.audit("a");
    return new JournalRow(entry.type(), sequence, entry.format(), entry.attributes(), entry.body());
  }
}
