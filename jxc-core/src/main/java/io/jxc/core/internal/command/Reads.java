package io.jxc.core.internal.command;

import io.jxc.api.Actor;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.NotFoundException;
import io.jxc.core.internal.access.AccessTypes;
import io.jxc.core.internal.access.Authoriser;
import io.jxc.core.internal.access.Rights;
import io.jxc.core.internal.access.RoleDocument;
import io.jxc.core.internal.access.UserDocument;
import io.jxc.core.internal.codec.Cursors;
import io.jxc.core.internal.codec.Damage;
import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.LinedType;
import io.jxc.core.internal.codec.Stored;
import io.jxc.core.internal.tenant.TenantDocument;
import io.jxc.core.internal.tenant.TenantTypes;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.LineRow;
import io.jxc.spi.store.LineType;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.StoreView;
import io.jxc.spi.store.StoredRow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The way of every read: one snapshot, the actor's rights in it, the permission checked, then the
 * query with the actor's scope. Services never open a view themselves.
 */
@Singleton
public final class Reads {
  private final JxcStore store;
  private final BooleanSupplier closed;
  private final BiConsumer<Actor, AccessDeniedException> refused;

  /** Creates the way to a store; {@code closed} tells whether the library is closed. */
  @Inject
  Reads(JxcStore store, BooleanSupplier closed, LaneRoad road) {
    this(store, closed, road::recordRefusedRead);
  }

  private Reads(
      JxcStore store, BooleanSupplier closed, BiConsumer<Actor, AccessDeniedException> refused) {
    this.store = store;
    this.closed = closed;
    this.refused = refused;
  }

  /**
   * Returns reads for a caller who may hold the tenant's lock in a transaction of its own: what is
   * refused is counted and written later, so that nothing waits for that lock.
   */
  public Reads counting(Refusals refusals, Clock clock) {
    return new Reads(
        store,
        closed,
        (actor, e) ->
            refusals
                .of(actor.tenant())
                .count(List.of(RefusedRead.counted(e, actor.user())), clock.instant()));
  }

  /**
   * Answers a read of an actor who holds a permission.
   *
   * @throws io.jxc.api.error.AccessDeniedException when it does not
   * @throws NotFoundException {@code tenant.not-provisioned}
   * @throws io.jxc.api.error.UnavailableException when the library is closed
   */
  public <R> R with(Actor actor, String permission, Function<Snapshot, R> query) {
    if (closed.getAsBoolean()) {
      throw io.jxc.api.error.UnavailableException.closed();
    }
    try (StoreView view = store.view(actor.tenant())) {
      Snapshot snapshot = new Snapshot(view, actor);
      snapshot.rights().require(permission);
      return query.apply(snapshot);
    } catch (AccessDeniedException e) {
      // the view is closed by now: the record needs no second connection
      refused.accept(actor, e);
      throw e;
    }
  }

  /** One snapshot as one actor may see it. Used by one thread, within {@link #with}. */
  public static final class Snapshot {
    private final StoreView view;
    private final TenantDocument settings;
    private final Rights rights;

    private Snapshot(StoreView view, Actor actor) {
      this.view = view;
      this.settings =
          get(TenantTypes.TENANT, TenantDocument.KEY)
              .map(Stored::value)
              .orElseThrow(() -> NotFoundException.tenant(actor.tenant()));
      Optional<UserDocument> user = get(AccessTypes.USER, actor.user()).map(Stored::value);
      this.rights = Authoriser.rights(actor, user, (codes, who) -> roles(codes));
    }

    private Map<String, RoleDocument> roles(Collection<String> codes) {
      Map<String, RoleDocument> roles = new HashMap<>();
      getAll(AccessTypes.ROLE, codes).forEach((code, role) -> roles.put(code, role.value()));
      return roles;
    }

    /** Returns the store's view, for queries that have no helper here. */
    public StoreView view() {
      return view;
    }

    /** Returns what the actor may do. */
    public Rights rights() {
      return rights;
    }

    /** Returns the tenant's settings. */
    public TenantDocument settings() {
      return settings;
    }

    /** Returns a document. */
    public <T> Optional<Stored<T>> get(DocType<T> type, String key) {
      return view.documents(type.name(), List.of(key)).stream().findFirst().map(type::decode);
    }

    /** Returns the documents that exist among these keys, in the order given. */
    public <T> Map<String, Stored<T>> getAll(DocType<T> type, Collection<String> keys) {
      Map<String, Stored<T>> found = new HashMap<>();
      if (!keys.isEmpty()) {
        view.documents(type.name(), keys).forEach(row -> found.put(row.key(), type.decode(row)));
      }
      Map<String, Stored<T>> ordered = new LinkedHashMap<>();
      for (String key : keys) {
        Stored<T> document = found.get(key);
        if (document != null) {
          ordered.put(key, document);
        }
      }
      return ordered;
    }

    /** Returns the document a unique value leads to. */
    public <T> Optional<Stored<T>> find(DocType<T> type, String index, String value) {
      return view.indexRange(type.name(), index, value, true, 1).stream()
          .findFirst()
          .map(IndexEntry::key)
          .flatMap(key -> get(type, key));
    }

    /** Returns the keys of the documents that an index has under one of some values. */
    public List<String> keys(DocType<?> type, String index, Collection<String> values) {
      return Limits.entries(view, type.name(), index, values).stream()
          .map(IndexEntry::key)
          .toList();
    }

    /** Returns all lines of a document, by number. */
    public <T, L> List<L> lines(LinedType<T, L> type, String key) {
      return view.lines(type.name(), List.of(key), 1, LineType.MAX_LINES).stream()
          .map(row -> type.decodeLine(row).value())
          .toList();
    }

    /** Returns a page of a declared listing; the page request's size and cursor are put in. */
    public <R> Page<R> page(
        ListQuery.Builder query, PageRequest request, Function<StoredRow, R> decode) {
      ListQuery unplaced = query.limit(request.size()).build();
      Optional<Slice.Position> after =
          request.after().map(cursor -> Cursors.place(cursor, view.head(), unplaced));
      Slice slice = view.list(query.after(after).build());
      return new Page<>(
          slice.rows().stream().map(row -> decoded(unplaced.type(), row, decode)).toList(),
          slice.next().map(place -> Cursors.of(view.head(), unplaced, place)));
    }

    private static <R> R decoded(String type, StoredRow row, Function<StoredRow, R> decode) {
      try {
        return decode.apply(row);
      } catch (RuntimeException e) {
        throw Damage.of(type, name(row), e);
      }
    }

    private static String name(StoredRow row) {
      if (row instanceof DocumentRow document) {
        return document.key();
      }
      if (row instanceof LineRow line) {
        return line.documentKey() + "#" + line.lineNo();
      }
      return Long.toString(((JournalRow) row).sequence());
    }
  }
}
