package io.jxc.core.internal.inventory;

import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.Filter.Operator;
import java.util.Optional;

/**
 * Products by code; ranges that follow each other leave no code out, known product or not.
 *
 * @param after the code before the first one
 * @param last the last code; absent = to the end
 */
record SkuRange(String after, Optional<String> last) {
  AggregateQuery.Builder of(AggregateQuery.Builder query) {
    query.filter(Filter.of("sku", Operator.GT, after));
    last.ifPresent(code -> query.filter(Filter.of("sku", Operator.LE, code)));
    return query;
  }
}
