package io.jxc.store.memory;

import io.jxc.api.TenantId;
import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.Lease;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.StoreView;
import io.jxc.tck.ForwardingStore;
import io.jxc.tck.KitTypes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Stores that are wrong when they read, lease or close. */
final class BrokenReads {
  private BrokenReads() {}

  /** Shows its views through others. */
  static JxcStore viewing(JxcStore sound, UnaryOperator<StoreView> show) {
    return new ForwardingStore(sound) {
      @Override
      public StoreView view(TenantId tenant) {
        return show.apply(sound.view(tenant));
      }
    };
  }

  static JxcStore leaksDocumentsOfOtherTenants(JxcStore sound) {
    Set<TenantId> tenants = ConcurrentHashMap.newKeySet();
    return new ForwardingStore(sound) {
      @Override
      public Commit commit(ChangeSet changes) {
        tenants.add(changes.tenant());
        return sound.commit(changes);
      }

      @Override
      public StoreView view(TenantId tenant) {
        return new ForwardingView(sound.view(tenant)) {
          @Override
          public List<DocumentRow> documents(String type, Collection<String> keys) {
            List<DocumentRow> rows = new ArrayList<>(sound().documents(type, keys));
            for (TenantId other : tenants) {
              if (rows.isEmpty()) {
                try (StoreView theirs = sound.view(other)) {
                  rows.addAll(theirs.documents(type, keys));
                }
              }
            }
            return rows;
          }
        };
      }
    };
  }

  static JxcStore findsBlocksOfOtherTenants(JxcStore sound) {
    Set<TenantId> tenants = ConcurrentHashMap.newKeySet();
    return new ForwardingStore(sound) {
      @Override
      public Commit commit(ChangeSet changes) {
        tenants.add(changes.tenant());
        return sound.commit(changes);
      }

      @Override
      public Optional<Block> block(TenantId tenant, BlockRef reference) {
        return tenants.stream().flatMap(any -> sound.block(any, reference).stream()).findFirst();
      }
    };
  }

  static JxcStore showsDirtySnapshots(JxcStore sound) {
    return new ForwardingStore(sound) {
      @Override
      public StoreView view(TenantId tenant) {
        return new ForwardingView(sound.view(tenant)) {
          @Override
          StoreView sound() {
            return sound.view(tenant);
          }
        };
      }
    };
  }

  static JxcStore takesTheSnapshotAtTheFirstRead(JxcStore sound) {
    return new ForwardingStore(sound) {
      @Override
      public StoreView view(TenantId tenant) {
        return new ForwardingView(sound.view(tenant)) {
          private Optional<StoreView> late = Optional.empty();

          @Override
          StoreView sound() {
            late = Optional.of(late.orElseGet(() -> sound.view(tenant)));
            return late.orElseThrow();
          }
        };
      }
    };
  }

  /** The head is read outside the snapshot. */
  static JxcStore showsANewerHead(JxcStore sound) {
    return new ForwardingStore(sound) {
      @Override
      public StoreView view(TenantId tenant) {
        return new ForwardingView(sound.view(tenant)) {
          @Override
          public Head head() {
            return sound.head(tenant);
          }
        };
      }
    };
  }

  /** Each fifth entry becomes visible only after a reader has seen a later one. */
  static JxcStore showsEntriesLate(JxcStore sound) {
    Set<Long> passedBy = ConcurrentHashMap.newKeySet();
    return viewing(
        sound,
        view ->
            new ForwardingView(view) {
              @Override
              public List<JournalRow> journal(Set<String> types, long after, int limit) {
                List<JournalRow> rows = sound().journal(types, after, limit);
                long last = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).sequence();
                return rows.stream()
                        .map(JournalRow::sequence)
                        .filter(n -> n % 5 == 0 && n < last && passedBy.add(n))
                        .toList()
                        .isEmpty()
                    ? rows
                    : rows.stream()
                        .filter(row -> row.sequence() % 5 != 0 || row.sequence() == last)
                        .toList();
              }
            });
  }

  static JxcStore keepsZeroRows(JxcStore sound) {
    Set<BalanceKey> everSeen = ConcurrentHashMap.newKeySet();
    return new ForwardingStore(sound) {
      @Override
      public Commit commit(ChangeSet changes) {
        changes.balances().stream()
            .filter(change -> change.type().equals(KitTypes.STOCK.name()))
            .forEach(change -> everSeen.add(change.key()));
        return sound.commit(changes);
      }

      @Override
      public StoreView view(TenantId tenant) {
        return new ForwardingView(sound.view(tenant)) {
          @Override
          public List<BalanceRow> balances(String type, Collection<BalanceKey> keys) {
            List<BalanceRow> rows = new ArrayList<>(sound().balances(type, keys));
            List<BalanceKey> found = rows.stream().map(BalanceRow::key).toList();
            keys.stream()
                .filter(key -> everSeen.contains(key) && !found.contains(key))
                .forEach(key -> rows.add(BalanceRow.absent(KitTypes.STOCK, key)));
            return rows;
          }
        };
      }
    };
  }

  static JxcStore dropsTheScale(JxcStore sound) {
    return changingValues(sound, BigDecimal::stripTrailingZeros);
  }

  static JxcStore countsInDoubles(JxcStore sound) {
    return changingValues(
        sound,
        value ->
            BigDecimal.valueOf(value.doubleValue())
                .setScale(value.scale(), RoundingMode.HALF_EVEN));
  }

  private static JxcStore changingValues(JxcStore sound, UnaryOperator<BigDecimal> change) {
    return viewing(
        sound,
        view ->
            new ForwardingView(view) {
              @Override
              public List<BalanceRow> balances(String type, Collection<BalanceKey> keys) {
                return sound().balances(type, keys).stream()
                    .map(
                        row ->
                            new BalanceRow(
                                row.type(),
                                row.key(),
                                row.version(),
                                row.values().stream().map(change).toList()))
                    .toList();
              }
            });
  }

  static JxcStore givesBalancesPrefixByPrefix(JxcStore sound) {
    return viewing(
        sound,
        view ->
            new ForwardingView(view) {
              @Override
              public List<BalanceRow> balanceRange(
                  String type, Collection<List<String>> prefixes, int limit) {
                return prefixes.stream()
                    .flatMap(p -> sound().balanceRange(type, List.of(p), limit).stream())
                    .limit(limit)
                    .toList();
              }
            });
  }

  static JxcStore sortsByUtf16(JxcStore sound) {
    return viewing(
        sound,
        view ->
            new ForwardingView(view) {
              @Override
              public List<DocumentRow> documentRange(
                  String type, String prefix, String after, int limit) {
                return sound().documentRange(type, prefix, "", 10_000).stream()
                    .filter(row -> row.key().compareTo(after) > 0)
                    .sorted(Comparator.comparing(DocumentRow::key))
                    .limit(limit)
                    .toList();
              }
            });
  }

  static JxcStore ignoresCaseOfIndexValues(JxcStore sound) {
    return viewing(
        sound,
        view ->
            new ForwardingView(view) {
              @Override
              public List<IndexEntry> indexRange(
                  String type, String index, String prefix, boolean exact, int limit) {
                return sound().indexRange(type, index, "", false, 10_001).stream()
                    .filter(
                        entry ->
                            exact
                                ? entry.value().equalsIgnoreCase(prefix)
                                : entry.value().startsWith(prefix))
                    .limit(limit)
                    .toList();
              }
            });
  }

  static JxcStore skipsARowAfterACursor(JxcStore sound) {
    return viewing(
        sound,
        view ->
            new ForwardingView(view) {
              @Override
              public Slice list(ListQuery query) {
                Slice slice = sound().list(query);
                return query.after().isEmpty() || slice.rows().isEmpty()
                    ? slice
                    : new Slice(slice.rows().subList(1, slice.rows().size()), slice.next());
              }
            });
  }

  static JxcStore readsMoreThanAllowed(JxcStore sound) {
    return viewing(
        sound,
        view ->
            new ForwardingView(view) {
              @Override
              public Slice list(ListQuery query) {
                return sound()
                    .list(
                        new ListQuery(
                            query.source(),
                            query.type(),
                            query.listing(),
                            query.equality(),
                            query.from(),
                            query.to(),
                            query.descending(),
                            query.after(),
                            query.filters(),
                            query.limit(),
                            ListQuery.MAX_LIMIT));
              }
            });
  }

  static JxcStore cutsGroups(JxcStore sound) {
    return viewing(
        sound,
        view ->
            new ForwardingView(view) {
              @Override
              public List<AggregateQuery.Row> aggregate(AggregateQuery query) {
                return sound()
                    .aggregate(
                        new AggregateQuery(
                            query.source(),
                            query.type(),
                            query.groupBy(),
                            query.measures(),
                            query.filters(),
                            100_000))
                    .stream()
                    .limit(query.maxGroups())
                    .toList();
              }
            });
  }

  static JxcStore cutsMomentsToMillis(JxcStore sound) {
    return viewing(
        sound,
        view ->
            new ForwardingView(view) {
              @Override
              public List<DocumentRow> documents(String type, Collection<String> keys) {
                return sound().documents(type, keys).stream()
                    .map(
                        row ->
                            new DocumentRow(
                                row.type(),
                                row.key(),
                                row.version(),
                                row.format(),
                                millis(row.attributes()),
                                row.body()))
                    .toList();
              }
            });
  }

  private static AttributeValues millis(AttributeValues values) {
    AttributeValues.Builder cut = AttributeValues.builder(values.layout());
    for (Attribute attribute : values.layout().attributes()) {
      cut.set(
          attribute.name(),
          values
              .value(attribute.name())
              .map(v -> v instanceof Instant at ? at.truncatedTo(ChronoUnit.MILLIS) : v));
    }
    return cut.build();
  }

  static JxcStore leasesToEverybody(JxcStore sound) {
    return new ForwardingStore(sound) {
      @Override
      public Optional<Lease> lease(String name, String holder, Duration timeToLive) {
        return sound.lease(name + holder, holder, timeToLive);
      }
    };
  }

  static JxcStore goesOnWhenClosed(JxcStore sound) {
    return new ForwardingStore(sound) {
      @Override
      public void close() {
        health();
      }
    };
  }
}
