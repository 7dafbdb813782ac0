package io.jxc.examples.bench;

import io.jxc.examples.bench.naive.NaiveDatabase;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Counts statements where they are executed: in the database. */
final class Meters {
  private static final String STARTED = "SHOW GLOBAL STATUS LIKE 'Questions'";
  private static final String EXECUTED =
      "SELECT COALESCE(SUM(EXECUTION_COUNT), 0) FROM INFORMATION_SCHEMA.QUERY_STATISTICS";

  private Meters() {}

  /** Counts nothing, where there is no database. */
  static Supplier<Side.StatementMeter> none() {
    return () -> new Meter(() -> 0, () -> {});
  }

  /** Counts what a MySQL or MariaDB server was asked, by whomever: it should be idle otherwise. */
  static Supplier<Side.StatementMeter> server(Supplier<NaiveDatabase> database) {
    return () -> {
      NaiveDatabase opened = database.get();
      long from = questions(opened.jdbi());
      return new Meter(() -> questions(opened.jdbi()) - from, opened::close);
    };
  }

  private static long questions(Jdbi jdbi) {
    return jdbi.withHandle(
        handle -> handle.select(STARTED).map((row, context) -> row.getLong(2)).one());
  }

  /** Counts what an H2 database of this process executes. */
  static Supplier<Side.StatementMeter> h2(String url) {
    return () -> {
      Jdbi jdbi = Jdbi.create(url + ";IFEXISTS=TRUE", "jxc", "");
      Handle handle = jdbi.open();
      handle.execute("SET QUERY_STATISTICS_MAX_ENTRIES 10000");
      handle.execute("SET QUERY_STATISTICS TRUE");
      return new Meter(
          () -> handle.select(EXECUTED).mapTo(Long.class).one(),
          () -> {
            handle.execute("SET QUERY_STATISTICS FALSE");
            handle.close();
          });
    };
  }

  private interface Count {
    long read();
  }

  private record Meter(Count count, Runnable end) implements Side.StatementMeter {
    @Override
    public long read() {
      return count.read();
    }

    @Override
    public void close() {
      end.run();
    }
  }
}
