package io.jxc.examples.bench.naive;

import static io.jxc.examples.bench.naive.NaiveDocuments.json;
import static io.jxc.examples.bench.naive.NaiveShop.bytes;

import io.jxc.examples.bench.naive.NaiveDocuments.Answer;
import io.jxc.examples.bench.naive.NaiveDocuments.Audit;
import io.jxc.examples.bench.naive.NaiveDocuments.Claim;
import io.jxc.examples.bench.naive.NaiveDocuments.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The statements of the hand-written program. Each method returns how many rows it has written. */
final class NaiveRows {
  private static final String RESERVE =
      "UPDATE jxc_stock SET reserved = reserved + ?, version = version + 1"
          + " WHERE tenant = ? AND sku = ? AND warehouse = ? AND bin = ? AND lot = ?"
          + " AND state = ? AND on_hand - reserved >= ?";
  private static final String ORDER =
      "INSERT INTO jxc_sales_order (tenant, doc_key, version, format, customer, status, creator,"
          + " ordered_on, total, body) VALUES (?, ?, 1, 1, ?, ?, ?, ?, ?, ?)";
  private static final String LINE =
      "INSERT INTO jxc_sales_order_line (tenant, doc_key, line_no, format, sku, warehouse,"
          + " customer, creator, open_state, open_quantity, due_on, body)"
          + " VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String CLAIM =
      "INSERT INTO jxc_claim (tenant, doc_key, version, format, status, owner, body)"
          + " VALUES (?, ?, 1, 1, ?, ?, ?)";
  private static final String INDEX =
      "INSERT INTO jxc_index (tenant, type, idx, val, uniq, doc_key) VALUES (?, ?, ?, ?, ?, ?)";
  private static final String EVENT =
      "INSERT INTO jxc_event (tenant, sequence, format, event_type, actor, at, body)"
          + " VALUES (?, ?, 1, ?, ?, ?, ?)";
  private static final String AUDIT =
      "INSERT INTO jxc_audit (tenant, sequence, format, at, actor, action, request_id, outcome,"
          + " part, times, body) VALUES (?, ?, 1, ?, ?, ?, ?, ?, 0, 1, ?)";
  private static final String MARK =
      "INSERT INTO jxc_audit_object (tenant, sequence, format, object, at, back, body)"
          + " VALUES (?, ?, 1, ?, ?, ?, ?)";
  private static final String ANSWER =
      "INSERT INTO jxc_command_result (tenant, doc_key, version, format, body)"
          + " VALUES (?, ?, 1, 1, ?)";

  private static final byte[] NOTHING = {};

  private final byte[] tenant;
  private final String user;

  NaiveRows(String tenant, String user) {
    this.tenant = bytes(tenant);
    this.user = user;
  }

  /** Reserves one unit of each product where as much is left; returns 1 for each that was. */
  int[] reserve(Handle handle, List<String> sorted, String warehouse) {
    PreparedBatch batch = handle.prepareBatch(RESERVE);
    for (String sku : sorted) {
      batch.add(
          BigDecimal.ONE,
          tenant,
          bytes(sku),
          bytes(warehouse),
          NOTHING,
          NOTHING,
          bytes("SELLABLE"),
          BigDecimal.ONE);
    }
    return batch.execute();
  }

  int order(Handle handle, NaiveOrder order, LocalDate day) {
    NaiveDocuments.Order head = order.head();
    byte[] id = bytes(head.id());
    handle.execute(
        ORDER,
        tenant,
        id,
        bytes(head.customer()),
        bytes(head.status()),
        bytes(user),
        day,
        order.total(),
        json(head));
    PreparedBatch batch = handle.prepareBatch(LINE);
    for (Line line : order.lines()) {
      batch.add(
          tenant,
          id,
          line.lineNo(),
          bytes(line.item().sku()),
          bytes(line.warehouse()),
          bytes(head.customer()),
          bytes(user),
          bytes("OPEN"),
          BigDecimal.ONE,
          day,
          json(line));
    }
    batch.execute();
    return 1 + order.lines().size();
  }

  int claim(Handle handle, Claim claim) {
    return handle.execute(
        CLAIM, tenant, bytes(claim.id()), bytes(claim.status()), bytes(claim.owner()), json(claim));
  }

  /** The order by its number, the answer by its day. */
  int index(Handle handle, NaiveOrder order, LocalDate day) {
    PreparedBatch batch = handle.prepareBatch(INDEX);
    batch.add(
        tenant,
        bytes("sales_order"),
        bytes("number"),
        bytes(order.head().number()),
        NOTHING,
        bytes(order.head().id()));
    answerByDay(batch, order.request(), day);
    batch.execute();
    return 2;
  }

  /** The answer by its day. */
  int index(Handle handle, String request, LocalDate day) {
    PreparedBatch batch = handle.prepareBatch(INDEX);
    answerByDay(batch, request, day);
    batch.execute();
    return 1;
  }

  private void answerByDay(PreparedBatch batch, String request, LocalDate day) {
    byte[] key = answerKey(request);
    batch.add(tenant, bytes("command_result"), bytes("day"), bytes(day.toString()), key, key);
  }

  private byte[] answerKey(String request) {
    return bytes(user + "\0" + request);
  }

  int journal(Handle handle, NaiveOrder order, long sequence) {
    long at = micros(order.claim().createdAt());
    PreparedBatch events = handle.prepareBatch(EVENT);
    claimed(events, order.claim(), sequence, at);
    events.add(
        tenant, sequence + 1, bytes("sales.order-changed"), bytes(user), at, json(order.changed()));
    events.execute();
    audit(handle, "sales.place", order.request(), order.audit(), sequence + 2, at);
    PreparedBatch marks = handle.prepareBatch(MARK);
    mark(marks, "claim:" + order.claim().id(), sequence + 3, at, 1);
    mark(marks, "sales_order:" + order.head().id(), sequence + 4, at, 2);
    marks.execute();
    return NaiveOrder.ENTRIES;
  }

  int journal(Handle handle, Claim claim, String request, long sequence) {
    long at = micros(claim.createdAt());
    PreparedBatch events = handle.prepareBatch(EVENT);
    claimed(events, claim, sequence, at);
    events.execute();
    Audit audit = new Audit(List.of(NaiveOrder.touched(claim)));
    audit(handle, "inventory.claim", request, audit, sequence + 1, at);
    PreparedBatch marks = handle.prepareBatch(MARK);
    mark(marks, "claim:" + claim.id(), sequence + 2, at, 1);
    marks.execute();
    return NaiveOrder.CLAIM_ENTRIES;
  }

  private void claimed(PreparedBatch events, Claim claim, long sequence, long at) {
    events.add(
        tenant,
        sequence,
        bytes("inventory.stock-claimed"),
        bytes(user),
        at,
        json(NaiveDocuments.claimed(claim)));
  }

  private void audit(
      Handle handle, String action, String request, Audit audit, long sequence, long at) {
    handle.execute(
        AUDIT,
        tenant,
        sequence,
        at,
        bytes(user),
        bytes(action),
        bytes(request),
        bytes("ok"),
        json(audit));
  }

  private void mark(PreparedBatch marks, String object, long sequence, long at, int back) {
    marks.add(tenant, sequence, bytes(object), at, back, NOTHING);
  }

  int answer(Handle handle, Answer answer) {
    return handle.execute(ANSWER, tenant, answerKey(answer.requestId()), json(answer));
  }

  private static long micros(String instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
  }
}
