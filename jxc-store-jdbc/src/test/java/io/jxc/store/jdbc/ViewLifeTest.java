package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.TenantId;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.Durability;
import io.jxc.spi.store.StoreView;
import io.jxc.tck.KitTypes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ViewLifeTest {
  private static final TenantId SHOP = TenantId.of("shop");

  @Test
  void forgottenViewsEndAndGiveTheirConnectionsBack() {
    Path folder = H2Fixture.copyOfTemplate();
    AtomicLong nanos = new AtomicLong();
    try (JdbcStore store =
        JdbcStore.h2(folder).durability(Durability.PROCESS_CRASH).nanos(nanos::get).build()) {
      store.register(KitTypes.SCHEMA);
      List<StoreView> forgotten = new ArrayList<>();
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 6; i++) {
          forgotten.add(store.view(SHOP));
        }
        nanos.addAndGet(Duration.ofSeconds(31).toNanos());
      }
      StoreView last = forgotten.get(forgotten.size() - 1);
      assertThatThrownBy(() -> last.documents("kit_item", Set.of("K")))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("30 s");
      try (StoreView fresh = store.view(SHOP)) {
        assertThat(fresh.documents("kit_item", Set.of("K"))).isEmpty();
      }
    }
    H2Fixture.delete(folder);
  }
}
