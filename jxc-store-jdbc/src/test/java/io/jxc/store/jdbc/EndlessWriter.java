package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Durability;
import io.jxc.spi.store.JournalEntry;
import io.jxc.tck.KitTypes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** Commits until it is killed, and tells each sequence once it is acknowledged. */
final class EndlessWriter {
  private static final int BOUND = 1_000_000;

  private EndlessWriter() {}

  public static void main(String[] arguments) {
    TenantId shop = TenantId.of("shop");
    AttributeValues values = AttributeValues.builder(KitTypes.NOTE.attributes()).build();
    Durability durability = Durability.valueOf(arguments[1]);
    try (JdbcStore store = JdbcStore.h2(Path.of(arguments[0])).durability(durability).build()) {
      store.register(KitTypes.SCHEMA);
      for (int i = 0; i < BOUND; i++) {
        ChangeSet changes =
            ChangeSet.builder(shop, store.head(shop).sequence(), UUID.randomUUID(), Instant.now())
                .entry(new JournalEntry("kit_note", 1, values, Bytes.wrap(new byte[500])))
                .build();
        Commit.Committed done = (Commit.Committed) store.commit(changes);
        System.out.println(done.block().orElseThrow().lastSequence());
        System.out.flush();
      }
    }
  }
}
