package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.TenantId;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Durability;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.StoreView;
import io.jxc.tck.Collisions;
import io.jxc.tck.KitTypes;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Many commits of one tenant at once: H2 alone loses the head row's updates under these. */
class RacingWritersTest {
  private static final TenantId SHOP = TenantId.of("shop");
  private static final int WRITERS = 4;
  private static final int COMMITS = 1_000;

  @Test
  void everyAcknowledgedCommitOfManyWritersIsABlockOfItsOwn() {
    try (H2Fixture fixture = new H2Fixture(Durability.PROCESS_CRASH)) {
      JdbcStore store = (JdbcStore) fixture.store();
      Callable<Integer> writer = () -> write(store);
      List<Integer> written = Collisions.run(Collections.nCopies(WRITERS, writer));
      assertThat(written).containsOnly(COMMITS);
      assertThat(store.head(SHOP).sequence()).isEqualTo((long) WRITERS * COMMITS);
    }
  }

  /** Commits entries one by one and returns how many blocks came of it. */
  private static int write(JdbcStore store) {
    int blocks = 0;
    for (int commits = 0; commits < COMMITS; ) {
      if (store.commit(entry(head(store))) instanceof Commit.Committed done) {
        commits++;
        blocks += done.block().isPresent() ? 1 : 0;
      }
    }
    return blocks;
  }

  private static long head(JdbcStore store) {
    try (StoreView view = store.view(SHOP)) {
      return view.head().sequence();
    }
  }

  private static ChangeSet entry(long basedOn) {
    AttributeValues values = AttributeValues.builder(KitTypes.NOTE.attributes()).build();
    return ChangeSet.builder(SHOP, basedOn, UUID.randomUUID(), Instant.EPOCH)
        .entry(new JournalEntry("kit_note", 1, values, Bytes.EMPTY))
        .build();
  }
}
