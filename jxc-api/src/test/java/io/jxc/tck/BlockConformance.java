package io.jxc.tck;

import static io.jxc.tck.KitData.note;
import static io.jxc.tck.KitData.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.ChangeSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Blocks are found again as they were made, and their time never runs back. */
public abstract class BlockConformance extends ConformanceSuite {
  @Test
  void blockTimeNeverRunsBack() {
    KitTenant shop = shop();
    Instant noon = Instant.parse("2026-03-01T12:00:00.000001Z");
    Block first = commitAt(shop, noon);
    Block second = commitAt(shop, noon.minus(Duration.ofHours(1)));
    Block third = commitAt(shop, noon.plusSeconds(1));
    assertThat(first.at()).isEqualTo(noon);
    assertThat(second.at()).isEqualTo(noon);
    assertThat(third.at()).isEqualTo(noon.plusSeconds(1));
    assertThat(shop.head().blockTime()).isEqualTo(third.at());
    assertThat(store().block(shop.id(), new BlockRef.BySequence(2))).contains(second);
  }

  @Test
  void blockTimeIsCutToMicros() {
    KitTenant shop = shop();
    Instant precise = Instant.parse("2026-03-01T12:00:00.123456789Z");
    assertThat(commitAt(shop, precise).at())
        .isEqualTo(Instant.parse("2026-03-01T12:00:00.123456Z"));
    assertThat(store().block(shop.id(), new BlockRef.BySequence(1)).orElseThrow().at())
        .isEqualTo(Instant.parse("2026-03-01T12:00:00.123456Z"));
  }

  private Block commitAt(KitTenant tenant, Instant at) {
    ChangeSet changes =
        ChangeSet.builder(tenant.id(), tenant.head().sequence(), KitTenant.newBlockId(), at)
            .entry(note("at " + at))
            .build();
    return KitTenant.committed(store().commit(changes));
  }

  @Test
  void blockIsFoundByIdAndByEachOfItsSequences() {
    KitTenant shop = shop();
    Block one = shop.commit(set -> set.entry(note("1")));
    Block three = shop.commit(set -> set.entry(note("2")).entry(note("3")).entry(note("4")));
    Block none = shop.commit(set -> set.document(order("O1", 0)));
    assertThat(bySequence(shop, 1)).contains(one);
    assertThat(List.of(2L, 3L, 4L))
        .allSatisfy(n -> assertThat(bySequence(shop, n)).contains(three));
    assertThat(bySequence(shop, 5)).contains(none);
    assertThat(store().block(shop.id(), new BlockRef.ById(three.id()))).contains(three);
  }

  @Test
  void unknownBlockIsAbsent() {
    KitTenant shop = shop();
    assertThat(bySequence(shop, 1)).isEmpty();
    shop.commit(set -> set.entry(note("1")));
    assertThat(bySequence(shop, 0)).isEmpty();
    assertThat(bySequence(shop, 2)).isEmpty();
    assertThat(store().block(shop.id(), new BlockRef.ById(KitTenant.newBlockId()))).isEmpty();
  }

  private Optional<Block> bySequence(KitTenant tenant, long sequence) {
    return store().block(tenant.id(), new BlockRef.BySequence(sequence));
  }
}
