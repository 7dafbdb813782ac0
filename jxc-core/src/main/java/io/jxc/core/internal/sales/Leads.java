package io.jxc.core.internal.sales;

import io.jxc.spi.store.Filter;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The listings of a type by the column that leads each, the most selective first. A query takes the
 * first one it has a condition for; its other conditions become filters.
 */
final class Leads {
  private final Source source;
  private final String type;
  private final List<Object> always;
  private final Map<String, String> byColumn = new LinkedHashMap<>();
  private final String otherwise;

  /**
   * Names the listing to take when no other applies.
   *
   * @param always values of equality attributes that all listings begin with
   */
  Leads(Source source, String type, String otherwise, Object... always) {
    this.source = source;
    this.type = type;
    this.otherwise = otherwise;
    this.always = List.of(always);
  }

  /** Adds a listing led by a column. */
  Leads by(String column, String listing) {
    byColumn.put(column, listing);
    return this;
  }

  /** Returns the query with these conditions, all of them equalities. */
  ListQuery.Builder query(List<Filter> conditions) {
    List<Filter> rest = new ArrayList<>(conditions);
    Optional<Filter> lead =
        byColumn.keySet().stream()
            .flatMap(column -> conditions.stream().filter(c -> c.attribute().equals(column)))
            .findFirst();
    ListQuery.Builder query =
        ListQuery.of(source, type, lead.map(c -> byColumn.get(c.attribute())).orElse(otherwise));
    always.forEach(query::equal);
    lead.ifPresent(
        condition -> {
          query.equal(condition.values().get(0));
          rest.remove(condition);
        });
    rest.forEach(query::filter);
    return query;
  }
}
