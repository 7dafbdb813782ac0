package io.jxc.core.internal.testing;

import io.jxc.api.TenantId;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.LineRow;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.StoreView;
import io.jxc.spi.store.StoredRow;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Shows some rows as they are after somebody edited them badly, or a disk did. */
public final class DamagedStore extends ForwardingStore {
  private final JxcStore store;
  private final Map<String, UnaryOperator<StoredRow>> damages = new ConcurrentHashMap<>();

  /** Stands before a sound store, which the instances over it do not close. */
  public DamagedStore(JxcStore store) {
    super(ForwardingStore.outlasting(store));
    this.store = store;
  }

  /**
   * Puts another body in the place of a row's.
   *
   * @param key of a document; of a line followed by {@code #} and its number; of a fact its number
   */
  public void body(String type, String key, String body) {
    Bytes bytes = Bytes.wrap(body.getBytes(StandardCharsets.UTF_8));
    damages.put(type + " " + key, row -> with(row, row.attributes(), bytes));
  }

  /** Empties all columns of a row. */
  public void columns(String type, String key) {
    damages.put(
        type + " " + key,
        row -> with(row, AttributeValues.builder(row.attributes().layout()).build(), row.body()));
  }

  /** Shows every row as it is. */
  public void heal() {
    damages.clear();
  }

  private static StoredRow with(StoredRow row, AttributeValues attributes, Bytes body) {
    if (row instanceof DocumentRow r) {
      return new DocumentRow(r.type(), r.key(), r.version(), r.format(), attributes, body);
    }
    if (row instanceof LineRow r) {
      return new LineRow(r.type(), r.documentKey(), r.lineNo(), r.format(), attributes, body);
    }
    JournalRow r = (JournalRow) row;
    return new JournalRow(r.type(), r.sequence(), r.format(), attributes, body);
  }

  private static String name(StoredRow row) {
    if (row instanceof DocumentRow document) {
      return document.type() + " " + document.key();
    }
    return row instanceof LineRow line
        ? line.type() + " " + line.documentKey() + "#" + line.lineNo()
        : row.type() + " " + ((JournalRow) row).sequence();
  }

  private Object shown(Object answer) {
    if (answer instanceof Slice slice) {
      return new Slice(slice.rows().stream().map(this::damaged).toList(), slice.next());
    }
    return answer instanceof List<?> list
        ? list.stream().map(row -> row instanceof StoredRow stored ? damaged(stored) : row).toList()
        : answer;
  }

  private StoredRow damaged(StoredRow row) {
    return damages.getOrDefault(name(row), UnaryOperator.identity()).apply(row);
  }

  private StoreView over(StoreView view) {
    return (StoreView)
        Proxy.newProxyInstance(
            StoreView.class.getClassLoader(),
            new Class<?>[] {StoreView.class},
            (proxy, method, arguments) -> {
              try {
                return shown(method.invoke(view, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public StoreView view(TenantId tenant) {
    return over(store.view(tenant));
  }

  @Override
  public Commit commitLocked(TenantId tenant, Function<StoreView, ChangeSet> decide) {
    return store.commitLocked(tenant, view -> decide.apply(over(view)));
  }
}
