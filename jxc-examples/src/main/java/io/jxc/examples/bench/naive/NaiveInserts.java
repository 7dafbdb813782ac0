package io.jxc.examples.bench.naive;

import static io.jxc.examples.bench.naive.NaiveShop.bytes;

import io.jxc.api.RequestIds;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Inserts rows into the tables of an order as fast as one connection can: 256 in a statement, a
 * commit after each, tables in turn as often as an order has rows in them. Bodies are made once.
 */
public final class NaiveInserts {
  private static final int ROWS = 256;

  private final NaiveDatabase database;
  private final byte[] tenant;
  private final List<Table> turn = new ArrayList<>();
  private long sequence;

  /** Gives the values of one row, without its tenant. */
  private interface Row {
    Object[] values(String id, long sequence);
  }

  private record Table(String sql, Row row) {
    static Table of(String name, String columns, Row row) {
      int values = columns.split(",", -1).length + 1;
      String one = "(" + "?, ".repeat(values - 1) + "?)";
      return new Table(
          "INSERT INTO "
              + name
              + " (tenant, "
              + columns
              + ") VALUES "
              + (one + ", ").repeat(ROWS - 1)
              + one,
          row);
    }
  }

  /** Inserts for a tenant that nobody else uses. */
  public NaiveInserts(NaiveDatabase database, String tenant) {
    this.database = database;
    this.tenant = bytes(tenant);
    Instant now = Instant.parse("2026-01-02T03:04:05.678901Z");
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    NaiveOrder order =
        NaiveOrder.of(
            RequestIds.next(),
            "SO20260102-0001",
            List.of("P-0000001", "P-0000002", "P-0000003"),
            sku -> "Product " + sku,
            new NaiveOrder.Entered("root", now));
    add(3, line(order, day));
    add(2, index(day));
    add(2, event(order));
    add(2, mark());
    add(1, audit(order));
    add(1, claim(order));
    add(1, head(order, day));
    add(1, answer(order, day));
  }

  private void add(int times, Table table) {
    for (int i = 0; i < times; i++) {
      turn.add(table);
    }
  }

  private static Table line(NaiveOrder order, LocalDate day) {
    byte[] body = NaiveDocuments.json(order.lines().get(0));
    return Table.of(
        "jxc_sales_order_line",
        "doc_key, line_no, format, sku, warehouse, customer, creator, open_state, open_quantity,"
            + " due_on, body",
        (id, sequence) ->
            new Object[] {
              bytes(id),
              1,
              1,
              bytes("P-" + sequence % 10_000),
              bytes("MAIN"),
              bytes("C-1"),
              bytes("root"),
              bytes("OPEN"),
              BigDecimal.ONE,
              day,
              body
            });
  }

  private static Table index(LocalDate day) {
    return Table.of(
        "jxc_index",
        "type, idx, val, uniq, doc_key",
        (id, sequence) ->
            new Object[] {
              bytes("command_result"), bytes("day"), bytes(day.toString()), bytes(id), bytes(id)
            });
  }

  private static Table event(NaiveOrder order) {
    byte[] body = NaiveDocuments.json(NaiveDocuments.claimed(order.claim()));
    return Table.of(
        "jxc_event",
        "sequence, format, event_type, actor, at, body",
        (id, sequence) ->
            new Object[] {
              sequence, 1, bytes("inventory.stock-claimed"), bytes("root"), sequence, body
            });
  }

  private static Table mark() {
    return Table.of(
        "jxc_audit_object",
        "sequence, format, object, at, back, body",
        (id, sequence) ->
            new Object[] {sequence, 1, bytes("sales_order:" + id), sequence, 1, new byte[0]});
  }

  private static Table audit(NaiveOrder order) {
    byte[] body = NaiveDocuments.json(order.audit());
    return Table.of(
        "jxc_audit",
        "sequence, format, at, actor, action, request_id, outcome, part, times, body",
        (id, sequence) ->
            new Object[] {
              sequence,
              1,
              sequence,
              bytes("root"),
              bytes("sales.place"),
              bytes(id),
              bytes("ok"),
              0,
              1,
              body
            });
  }

  private static Table claim(NaiveOrder order) {
    byte[] body = NaiveDocuments.json(order.claim());
    return Table.of(
        "jxc_claim",
        "doc_key, version, format, status, owner, body",
        (id, sequence) ->
            new Object[] {bytes(id), 1, 1, bytes("ACTIVE"), bytes("sales_order:" + id), body});
  }

  private static Table head(NaiveOrder order, LocalDate day) {
    byte[] body = NaiveDocuments.json(order.head());
    return Table.of(
        "jxc_sales_order",
        "doc_key, version, format, customer, status, creator, ordered_on, total, body",
        (id, sequence) ->
            new Object[] {
              bytes(id),
              1,
              1,
              bytes("C-1"),
              bytes("CONFIRMED"),
              bytes("root"),
              day,
              order.total(),
              body
            });
  }

  private static Table answer(NaiveOrder order, LocalDate day) {
    byte[] body = NaiveDocuments.json(order.answer(day));
    return Table.of(
        "jxc_command_result",
        "doc_key, version, format, body",
        (id, sequence) -> new Object[] {bytes("root\0" + id), 1, 1, body});
  }

  /** Inserts for a time and returns how many rows a second that were. */
  public double rowsPerSecond(Duration time) {
    long from = System.nanoTime();
    long rows = 0;
    int next = 0;
    while (System.nanoTime() - from < time.toNanos()) {
      Table table = turn.get(next++ % turn.size());
      rows += database.transaction(handle -> insert(handle, table));
    }
    return rows / ((System.nanoTime() - from) / 1e9);
  }

  private int insert(Handle handle, Table table) {
    Connection connection = handle.getConnection();
    try (PreparedStatement statement = connection.prepareStatement(table.sql())) {
      int at = 1;
      for (int row = 0; row < ROWS; row++) {
        statement.setBytes(at++, tenant);
        sequence++;
        // ids that follow each other, as those of JXC do
        String id = new UUID(0x01A2_1BFE_0000_7000L, sequence).toString();
        for (Object value : table.row().values(id, sequence)) {
          statement.setObject(at++, value);
        }
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("insert " + ROWS + " rows", e);
    }
  }
}
