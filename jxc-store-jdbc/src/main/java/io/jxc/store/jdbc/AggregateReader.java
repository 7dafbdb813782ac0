package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.RuleViolationException;
import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.AggregateQuery.Function;
import io.jxc.spi.store.AggregateQuery.Measure;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeKind;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.Names;
import io.jxc.spi.store.Source;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Counts and sums in SQL; types of the shared tables are folded row by row. */
final class AggregateReader {
  private final Reads reads;
  private final Registry registry;
  private final TenantId tenant;

  AggregateReader(Reads reads, Registry registry, TenantId tenant) {
    this.reads = reads;
    this.registry = registry;
    this.tenant = tenant;
  }

  /** The columns of a table as a query names them. */
  interface Columns {
    Attribute attribute(String name);

    String sql(String name);
  }

  List<AggregateQuery.Row> read(AggregateQuery query) {
    if (query.source() == Source.BALANCES) {
      BalanceTable table = registry.balance(query.type());
      Columns columns = columns(table);
      check(query, columns);
      return run(query, columns, table.table().name());
    }
    RowSource source = registry.rows(query.source(), query.type());
    Columns columns = columns(source);
    check(query, columns);
    return source.shared()
        ? new SharedAggregate(reads, tenant, source, query).read()
        : run(query, columns, source.table().name());
  }

  private static Columns columns(BalanceTable table) {
    return new Columns() {
      @Override
      public Attribute attribute(String name) {
        return table.type().dimensions().contains(name)
            ? Attribute.code(name)
            : Attribute.decimal(
                name, table.type().columns().get(table.type().column(name)).scale());
      }

      @Override
      public String sql(String name) {
        return table.dimensionOrColumn(name);
      }
    };
  }

  private static Columns columns(RowSource source) {
    return new Columns() {
      @Override
      public Attribute attribute(String name) {
        return source.attributes().layout().attribute(name);
      }

      @Override
      public String sql(String name) {
        Attribute attribute = attribute(name);
        String column = source.column(name);
        return attribute.kind() == AttributeKind.TEXT ? source.textBytes(column) : column;
      }
    };
  }

  private static void check(AggregateQuery query, Columns columns) {
    query.groupBy().forEach(columns::attribute);
    query.filters().forEach(f -> Values.check(columns.attribute(f.attribute()), f));
    for (Measure measure : query.measures()) {
      if (measure.function() != Function.COUNT) {
        AttributeKind kind = columns.attribute(measure.attribute()).kind();
        boolean number = kind == AttributeKind.DECIMAL || kind == AttributeKind.INTEGER;
        boolean time = kind == AttributeKind.INSTANT || kind == AttributeKind.DATE;
        if (!number && (!time || measure.function() == Function.SUM)) {
          throw new IllegalArgumentException(
              "no " + measure.function() + " of " + kind + " " + measure.attribute());
        }
      }
    }
  }

  private List<AggregateQuery.Row> run(AggregateQuery query, Columns columns, String table) {
    List<Object> values = new ArrayList<>(List.of(Names.utf8(tenant.value())));
    List<String> groups = query.groupBy().stream().map(columns::sql).toList();
    List<String> selected = new ArrayList<>(groups);
    query.measures().forEach(measure -> selected.add(measure(measure, columns)));
    StringBuilder sql = new StringBuilder("SELECT ").append(String.join(", ", selected));
    sql.append(" FROM ").append(table).append(" WHERE tenant = ?");
    groups.forEach(group -> sql.append(" AND ").append(group).append(" IS NOT NULL"));
    query.filters().forEach(filter -> condition(sql, values, columns, filter));
    if (!groups.isEmpty()) {
      String list = String.join(", ", groups);
      sql.append(" GROUP BY ").append(list).append(" ORDER BY ").append(list);
    }
    sql.append(" LIMIT ?");
    values.add(query.maxGroups() + 1);
    List<AggregateQuery.Row> rows =
        reads.list(sql.toString(), values, (row, ctx) -> row(query, columns, row));
    if (rows.size() > query.maxGroups()) {
      throw tooMany(query);
    }
    return rows;
  }

  static RuleViolationException tooMany(AggregateQuery query) {
    return RuleViolationException.of(
        ErrorCode.LIMIT_EXCEEDED,
        "what",
        "groups of " + query.type(),
        "found",
        Integer.toString(query.maxGroups() + 1),
        "limit",
        Integer.toString(query.maxGroups()));
  }

  private static String measure(Measure measure, Columns columns) {
    return measure.function() == Function.COUNT
        ? "COUNT(*)"
        : measure.function() + "(" + columns.sql(measure.attribute()) + ")";
  }

  private static void condition(
      StringBuilder sql, List<Object> values, Columns columns, Filter filter) {
    Attribute attribute = columns.attribute(filter.attribute());
    String column = columns.sql(filter.attribute());
    if (filter.operator() == Filter.Operator.PREFIX) {
      String prefix = (String) filter.values().get(0);
      sql.append(" AND ").append(column).append(" >= ? AND ").append(column).append(" < ?");
      values.add(Names.utf8(prefix));
      values.add(Ranges.after(prefix));
      return;
    }
    if (filter.values().isEmpty()) {
      sql.append(" AND 1 = 0");
      return;
    }
    sql.append(" AND ").append(column).append(operator(filter));
    for (Object value : filter.values()) {
      // Texts are compared as bytes, see textBytes.
      values.add(
          value instanceof String text
              ? Names.utf8(text)
              : AttributeColumns.toSql(attribute, value));
    }
  }

  private static String operator(Filter filter) {
    return switch (filter.operator()) {
      case EQ -> " = ?";
      case LT -> " < ?";
      case LE -> " <= ?";
      case GT -> " > ?";
      case GE -> " >= ?";
      case IN ->
          " IN (" + String.join(", ", Collections.nCopies(filter.values().size(), "?")) + ")";
      case PREFIX -> throw new IllegalArgumentException("a prefix is a range");
    };
  }

  private static AggregateQuery.Row row(AggregateQuery query, Columns columns, ResultSet row)
      throws SQLException {
    List<Object> group = new ArrayList<>();
    int at = 1;
    for (String name : query.groupBy()) {
      Attribute attribute = columns.attribute(name);
      group.add(
          attribute.kind() == AttributeKind.TEXT
              ? new String(row.getBytes(at), StandardCharsets.UTF_8)
              : AttributeColumns.fromSql(attribute, row, at).orElseThrow());
      at++;
    }
    List<Object> values = new ArrayList<>();
    for (Measure measure : query.measures()) {
      values.add(value(measure, columns, row, at++));
    }
    return new AggregateQuery.Row(group, values);
  }

  private static Object value(Measure measure, Columns columns, ResultSet row, int at)
      throws SQLException {
    if (measure.function() == Function.COUNT) {
      return row.getLong(at);
    }
    Attribute attribute = columns.attribute(measure.attribute());
    boolean number =
        attribute.kind() == AttributeKind.DECIMAL || attribute.kind() == AttributeKind.INTEGER;
    Optional<Object> value =
        number
            ? Optional.ofNullable(row.getBigDecimal(at)).map(v -> v.setScale(attribute.scale()))
            : AttributeColumns.fromSql(attribute, row, at);
    if (measure.function() == Function.SUM) {
      return value.orElse(BigDecimal.ZERO.setScale(attribute.scale()));
    }
    return value.isPresent() ? value.get() : value;
  }
}
