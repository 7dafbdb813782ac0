package io.jxc.core.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.TenantId;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.audit.ChainFault;
import io.jxc.core.internal.testing.ForwardingStore;
import io.jxc.core.internal.testing.Shop;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.StoreView;
import io.jxc.store.memory.MemoryStore;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The log is read page by page; what stands twice is seen at the edge of a page as well. */
class PageEdgeTest {
  private static final TenantId ACME = TenantId.of("acme");
  private static final int PAGE = 4;

  private final List<Long> twice = new ArrayList<>();

  @Test
  void anEntryThatStandsTwiceIsFoundWhereverAPageEnds() {
    MemoryStore sound = MemoryStore.create();
    try (Shop shop = Shop.open(new Doubling(sound), options -> options)) {
      for (int i = 0; i < 5; i++) {
        shop.root().access().grant(GrantRoles.to("u" + i, "sales"));
      }
      assertThat(walk(sound)).isEmpty();
      long end = sound.head(ACME).sequence();
      for (long sequence = 1; sequence <= end; sequence++) {
        twice.clear();
        twice.add(sequence);
        assertThat(walk(sound))
            .as("entry %d, twice", sequence)
            .hasValueSatisfying(
                fault -> assertThat(fault.kind()).isEqualTo(ChainFault.Kind.ENTRIES_CHANGED));
      }
    }
  }

  private Optional<ChainFault> walk(MemoryStore sound) {
    return new ChainWalk(new Doubling(sound), ACME, Optional.empty(), PAGE)
        .run((block, entries) -> Optional.empty());
  }

  /** Reads as a database does in which a sequence stands in two tables. */
  private final class Doubling extends ForwardingStore {
    Doubling(MemoryStore store) {
      super(store);
    }

    @Override
    public StoreView view(TenantId tenant) {
      StoreView view = super.view(tenant);
      InvocationHandler doubling =
          (proxy, method, arguments) ->
              method.getName().equals("journal")
                  ? page(view, (Long) arguments[1], (Integer) arguments[2])
                  : method.invoke(view, arguments);
      return (StoreView)
          Proxy.newProxyInstance(
              StoreView.class.getClassLoader(), new Class<?>[] {StoreView.class}, doubling);
    }

    private List<JournalRow> page(StoreView view, long after, int limit) {
      return view.journal(Set.of(), after, limit).stream()
          .flatMap(row -> Collections.nCopies(twice.contains(row.sequence()) ? 2 : 1, row).stream())
          .limit(limit)
          .toList();
    }
  }
}
