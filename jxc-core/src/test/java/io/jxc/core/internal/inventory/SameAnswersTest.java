package io.jxc.core.internal.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.TenantId;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.inventory.BalanceDifference;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.core.internal.testing.Shop;
import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.JxcStore;
import io.jxc.store.jdbc.JdbcStore;
import io.jxc.store.memory.MemoryStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verification says the same about the same stock, digit by digit, whatever keeps it. */
class SameAnswersTest {
  @Test
  void differencesHaveTheDigitsOfTheirColumnsOnEveryStore(@TempDir Path folder) {
    List<BalanceDifference> inMemory = differences(MemoryStore.create());
    List<BalanceDifference> onH2 = differences(JdbcStore.h2(folder).build());

    assertThat(onH2).isEqualTo(inMemory);
    assertThat(inMemory)
        .extracting(BalanceDifference::toString)
        .containsExactly(
            "BalanceDifference[balance=cost, key=[TEA-1, ], column=last_cost,"
                + " found=5.00000000, expected=6.00000000]",
            "BalanceDifference[balance=cost, key=[TEA-1, ], column=quantity,"
                + " found=12.500000, expected=10.000000]");
  }

  private static List<BalanceDifference> differences(JxcStore store) {
    try (Shop shop = Shop.open(store, options -> options)) {
      shop.root().inventory().createWarehouse(CreateWarehouse.of("MAIN").build());
      shop.root().catalog().create(CreateProduct.goods("TEA-1").build());
      shop.root().inventory().receive(ReceiveGoods.into("MAIN").line("TEA-1", "10", "6").build());
      Head head = store.head(TenantId.of("acme"));
      store.commit(
          ChangeSet.builder(
                  TenantId.of("acme"), head.sequence(), UUID.randomUUID(), head.blockTime())
              .balance(
                  new BalanceChange(
                      InventoryTypes.COST.name(),
                      InventoryTypes.costKey("TEA-1"),
                      head.sequence(),
                      List.of(
                          new BigDecimal("2.500000"),
                          new BigDecimal("0.000000"),
                          new BigDecimal("0.00000000")),
                      List.of(
                          Optional.empty(),
                          Optional.empty(),
                          Optional.of(new BigDecimal("5.00000000"))),
                      Set.of(),
                      false))
              .build());
      return shop.root().inventory().verify().differences();
    }
  }
}
