package io.jxc.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.StoredRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Walks a listing page by page. */
final class Pages {
  private static final int MOST = 10_000;

  private Pages() {}

  /** Returns all rows in the order in which the pages gave them. */
  static List<StoredRow> all(KitTenant tenant, int limit, Supplier<ListQuery.Builder> query) {
    List<StoredRow> rows = new ArrayList<>();
    for (Slice page : walk(tenant, limit, query)) {
      rows.addAll(page.rows());
    }
    return rows;
  }

  /** Returns all pages; each is read on a snapshot of its own. */
  static List<Slice> walk(KitTenant tenant, int limit, Supplier<ListQuery.Builder> query) {
    List<Slice> pages = new ArrayList<>();
    Optional<Slice.Position> after = Optional.empty();
    do {
      ListQuery next = query.get().limit(limit).after(after).build();
      Slice page = tenant.read(view -> view.list(next));
      assertThat(page.rows()).as("rows of a page").hasSizeLessThanOrEqualTo(limit);
      pages.add(page);
      after = page.next();
      assertThat(pages).as("pages").hasSizeLessThan(MOST);
    } while (after.isPresent());
    return pages;
  }

  /** Returns what tells the rows of one listing apart, without the separator of composite keys. */
  static List<String> ties(List<StoredRow> rows) {
    return rows.stream().map(row -> Slice.Position.tie(row).replace('\u0000', '/')).toList();
  }
}
