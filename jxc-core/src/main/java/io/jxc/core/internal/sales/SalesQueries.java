package io.jxc.core.internal.sales;

import io.jxc.api.access.Permissions;
import io.jxc.api.access.Scope;
import io.jxc.api.sales.OpenLineQuery;
import io.jxc.api.sales.SaleLineQuery;
import io.jxc.api.sales.SalesOrderQuery;
import io.jxc.api.sales.SalesReturnQuery;
import io.jxc.core.internal.access.Rights;
import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.AggregateQuery.Measure;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what is asked for into what a store can answer, within the actor's scope. */
final class SalesQueries {
  private static final Leads ORDERS =
      new Leads(Source.DOCUMENTS, SalesTypes.ORDER.name(), SalesTypes.BY_DATE)
          .by(SalesTypes.CUSTOMER, SalesTypes.BY_CUSTOMER)
          .by(SalesTypes.CREATOR, SalesTypes.BY_CREATOR)
          .by(SalesTypes.STATUS, SalesTypes.BY_STATUS);
  private static final Leads RETURNS =
      new Leads(Source.DOCUMENTS, SalesTypes.RETURN.name(), SalesTypes.BY_DATE)
          .by(SalesTypes.ORDER_ID, SalesTypes.BY_ORDER)
          .by(SalesTypes.CUSTOMER, SalesTypes.BY_CUSTOMER)
          .by(SalesTypes.CREATOR, SalesTypes.BY_CREATOR);
  private static final Leads OPEN_LINES =
      new Leads(Source.LINES, SalesTypes.ORDER.name(), SalesTypes.OPEN_BY_DUE, SalesTypes.IS_OPEN)
          .by(SalesTypes.CUSTOMER, SalesTypes.OPEN_BY_CUSTOMER)
          .by(SalesTypes.SKU, SalesTypes.OPEN_BY_SKU);
  private static final Leads SALE_LINES =
      new Leads(Source.JOURNAL, SalesTypes.SALE_LINE.name(), SalesTypes.BY_DATE)
          .by(SalesTypes.CUSTOMER, SalesTypes.BY_CUSTOMER)
          .by(SalesTypes.SKU, SalesTypes.BY_SKU);

  private SalesQueries() {}

  static ListQuery.Builder orders(SalesOrderQuery query, Rights rights) {
    ListQuery.Builder list =
        ORDERS.query(conditions(query, rights)).from(query.from()).to(after(query.to()));
    return query.direction() == SalesOrderQuery.Direction.NEWEST_FIRST ? list.descending() : list;
  }

  static AggregateQuery countOrders(SalesOrderQuery query, Rights rights) {
    List<Filter> filters = conditions(query, rights);
    filters.addAll(between(SalesTypes.ORDERED_ON, query.from(), query.to()));
    return count(SalesTypes.ORDER.name(), filters);
  }

  private static List<Filter> conditions(SalesOrderQuery query, Rights rights) {
    List<Filter> conditions = scope(rights, SalesTypes.CREATOR);
    equal(conditions, SalesTypes.CREATOR, query.creator());
    equal(conditions, SalesTypes.CUSTOMER, query.customer());
    equal(conditions, SalesTypes.STATUS, query.status().map(Enum::name));
    return conditions;
  }

  static ListQuery.Builder returns(SalesReturnQuery query, Rights rights) {
    return RETURNS
        .query(conditions(query, rights))
        .from(query.from())
        .to(after(query.to()))
        .descending();
  }

  static AggregateQuery countReturns(SalesReturnQuery query, Rights rights) {
    List<Filter> filters = conditions(query, rights);
    filters.addAll(between(SalesTypes.RETURNED_ON, query.from(), query.to()));
    return count(SalesTypes.RETURN.name(), filters);
  }

  private static List<Filter> conditions(SalesReturnQuery query, Rights rights) {
    List<Filter> conditions = scope(rights, SalesTypes.OWNER);
    equal(conditions, SalesTypes.ORDER_ID, query.orderId());
    equal(conditions, SalesTypes.CREATOR, query.creator());
    equal(conditions, SalesTypes.CUSTOMER, query.customer());
    return conditions;
  }

  static ListQuery.Builder openLines(OpenLineQuery query, Rights rights) {
    List<Filter> conditions = scope(rights, Permissions.SALES_PICK, SalesTypes.CREATOR);
    equal(conditions, SalesTypes.SKU, query.sku());
    equal(conditions, SalesTypes.CUSTOMER, query.customer());
    equal(conditions, SalesTypes.WAREHOUSE, query.warehouse());
    return OPEN_LINES.query(conditions).from(query.dueFrom()).to(after(query.dueUntil()));
  }

  static ListQuery.Builder saleLines(SaleLineQuery query, Rights rights) {
    return SALE_LINES.query(conditions(query, rights)).from(query.from()).to(after(query.to()));
  }

  /** Sums by kind and by whether it is goods: only goods have units to count. */
  static AggregateQuery figures(SaleLineQuery query, Rights rights) {
    List<Filter> filters = conditions(query, rights);
    filters.addAll(between(SalesTypes.EFFECTIVE_ON, query.from(), query.to()));
    AggregateQuery.Builder sums =
        AggregateQuery.of(Source.JOURNAL, SalesTypes.SALE_LINE.name())
            .groupBy(SalesTypes.KIND)
            .groupBy(SalesTypes.ITEM)
            .measure(Measure.count())
            .measure(Measure.sum("quantity"))
            .measure(Measure.sum("gross"))
            .measure(Measure.sum("net"))
            .measure(Measure.sum("tax"))
            .measure(Measure.sum("cost"))
            .maxGroups(10);
    filters.forEach(sums::filter);
    return sums.build();
  }

  private static List<Filter> conditions(SaleLineQuery query, Rights rights) {
    List<Filter> conditions = scope(rights, SalesTypes.OWNER);
    equal(conditions, SalesTypes.SKU, query.sku());
    equal(conditions, SalesTypes.CUSTOMER, query.customer());
    equal(conditions, SalesTypes.KIND, query.kind().map(Enum::name));
    return conditions;
  }

  /** Fails closed: whoever has not the widest scope sees what the user itself has written. */
  private static List<Filter> scope(Rights rights, String creator) {
    return scope(rights, Permissions.SALES_VIEW, creator);
  }

  private static List<Filter> scope(Rights rights, String permission, String creator) {
    List<Filter> conditions = new ArrayList<>();
    if (rights.scope(permission).orElse(Scope.OWN) != Scope.ALL) {
      conditions.add(Filter.eq(creator, rights.user()));
    }
    return conditions;
  }

  private static void equal(List<Filter> conditions, String column, Optional<String> value) {
    value.ifPresent(wanted -> conditions.add(Filter.eq(column, wanted)));
  }

  private static List<Filter> between(
      String column, Optional<LocalDate> from, Optional<LocalDate> to) {
    List<Filter> filters = new ArrayList<>();
    from.ifPresent(date -> filters.add(Filter.of(column, Filter.Operator.GE, date)));
    to.ifPresent(date -> filters.add(Filter.of(column, Filter.Operator.LE, date)));
    return filters;
  }

  /** A listing's upper bound is not included; the query's last day is. */
  private static Optional<LocalDate> after(Optional<LocalDate> last) {
    return last.map(date -> date.plusDays(1));
  }

  private static AggregateQuery count(String type, List<Filter> filters) {
    AggregateQuery.Builder count =
        AggregateQuery.of(Source.DOCUMENTS, type).measure(Measure.count());
    filters.forEach(count::filter);
    return count.build();
  }
}
