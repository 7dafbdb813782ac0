package io.jxc.core.internal.tenant;

import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.View;
import io.jxc.spi.store.Names;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The last number given in a series of documents of one day.
 *
 * @param prefix leading letters, for example {@code SO}
 * @param day yyyyMMdd
 * @param last the last number given
 */
public record NumberSeries(String prefix, String day, long last) {
  /** Stored under prefix and day. */
  public static final DocType<NumberSeries> TYPE =
      DocType.of(
              "number_series",
              NumberSeries.class,
              series -> Names.composite(series.prefix(), series.day()))
          .technical()
          .build();

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

  /** Says that a number will be given, so that the series is fetched with the next miss. */
  public static void want(View view, String prefix, LocalDate day) {
    view.want(TYPE, List.of(Names.composite(prefix, day.format(DAY))));
  }

  /**
   * Gives the next document number, for example {@code SO20261122-0001}: unique in the tenant, in
   * order of commits, without gaps within a day's series.
   */
  public static String next(Changes changes, String prefix, LocalDate day) {
    String date = day.format(DAY);
    long last =
        changes.get(TYPE, Names.composite(prefix, date)).map(NumberSeries::last).orElse(0L) + 1;
    changes.put(TYPE, new NumberSeries(prefix, date, last));
    String digits = Long.toString(last);
    return prefix + date + "-" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }
}
