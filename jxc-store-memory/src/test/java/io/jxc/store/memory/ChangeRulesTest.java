package io.jxc.store.memory;

import static io.jxc.store.memory.TestTypes.ORDER;
import static io.jxc.store.memory.TestTypes.STOCK;
import static io.jxc.store.memory.TestTypes.TENANT;
import static io.jxc.store.memory.TestTypes.audit;
import static io.jxc.store.memory.TestTypes.claim;
import static io.jxc.store.memory.TestTypes.content;
import static io.jxc.store.memory.TestTypes.delete;
import static io.jxc.store.memory.TestTypes.line;
import static io.jxc.store.memory.TestTypes.move;
import static io.jxc.store.memory.TestTypes.on;
import static io.jxc.store.memory.TestTypes.order;
import static io.jxc.store.memory.TestTypes.put;
import static io.jxc.store.memory.TestTypes.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.error.ChangeRefusedException;
import io.jxc.api.error.ChangeRefusedException.Reason;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.IndexChange;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.LineChange.Operation;
import io.jxc.spi.store.Names;
import io.jxc.spi.store.StoreView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeRulesTest {
  private final MemoryStore store = TestTypes.store();

  @Test
  void a_taken_document_key_is_a_duplicate() {
    store.commit(on(0).document(put("K", 0, order("NEW", 1))).build());

    assertThatThrownBy(() -> store.commit(on(1).document(put("K", 0, order("NEW", 1))).build()))
        .isInstanceOfSatisfying(
            DuplicateKeyException.class,
            taken -> {
              assertThat(taken.index()).isEqualTo("purchase_order.key");
              assertThat(taken.value()).isEqualTo("K");
            });
  }

  @Test
  void a_document_is_changed_with_the_version_it_has() {
    store.commit(on(0).document(put("K", 0, order("NEW", 1))).build());

    refused(Reason.VERSION, on(1).document(put("K", 7, order("NEW", 1))));
    refused(Reason.VERSION, on(1).document(delete("K", 7)));
    refused(Reason.EXISTENCE, on(1).document(put("L", 1, order("NEW", 1))));
  }

  @Test
  void a_line_is_inserted_once_and_changed_only_while_it_is_there() {
    store.commit(
        on(0)
            .document(put("K", 0, order("NEW", 1)))
            .line(line("K", 1, Operation.INSERT, "A"))
            .build());

    refused(Reason.EXISTENCE, withHeader().line(line("K", 1, Operation.INSERT, "A")));
    refused(Reason.EXISTENCE, withHeader().line(line("K", 2, Operation.UPDATE, "A")));
    refused(Reason.EXISTENCE, withHeader().line(line("K", 2, Operation.DELETE, "A")));
  }

  @Test
  void a_line_changes_only_together_with_its_header() {
    assertIllegal(on(0).line(line("K", 1, Operation.INSERT, "A")));
  }

  @Test
  void a_unique_value_passes_to_another_document_whatever_the_order_of_changes() {
    store.commit(on(0).index(index("number", "N-1", "A", true)).build());
    store.commit(
        on(1)
            .index(index("number", "N-1", "B", true))
            .index(index("number", "N-1", "A", false))
            .build());

    assertDuplicate(on(2).index(index("number", "N-1", "A", true)));
    assertDuplicate(on(2).index(index("number", "N-1", "B", true)));
  }

  @Test
  void a_unique_value_may_not_appear_twice_in_one_change_set() {
    assertDuplicate(
        on(0).index(index("number", "N-1", "A", true)).index(index("number", "N-1", "B", true)));
  }

  @Test
  void a_shared_value_leads_to_many_documents_but_to_each_once() {
    store.commit(on(0).index(index("supplier", "S", "A", true)).build());
    store.commit(on(1).index(index("supplier", "S", "B", true)).build());

    refused(Reason.EXISTENCE, on(2).index(index("supplier", "S", "B", true)));
    refused(Reason.EXISTENCE, on(2).index(index("supplier", "S", "C", false)));
  }

  @Test
  void a_floor_over_several_columns_is_judged_after_the_change() {
    store.commit(on(0).balance(move("A", 0, "5")).build());
    Set<String> available = Set.of("available");

    refused(Reason.FLOOR, on(1).balance(move("A", 1, "0", "5.001", available)));
    refused(Reason.FLOOR, on(1).balance(move("A", 1, "-6")));
    store.commit(on(1).balance(move("A", 1, "3", "8", available)).build());
    assertThat(store.head(TENANT).sequence()).isEqualTo(2);
  }

  @Test
  void a_balance_vanishes_exactly_when_it_is_all_zero_and_the_type_says_so() {
    store.commit(on(0).balance(claim("A", 0, 5, false)).balance(move("A", 0, "5")).build());

    refused(Reason.EXISTENCE, on(1).balance(claim("A", 1, -5, false)));
    refused(Reason.EXISTENCE, on(1).balance(claim("A", 1, -4, true)));
    refused(Reason.EXISTENCE, on(1).balance(claim("B", 0, 0, false)));
    refused(Reason.EXISTENCE, on(1).balance(claim("B", 1, 3, false)));
    store.commit(on(1).balance(claim("A", 1, -5, true)).balance(move("A", 1, "-5")).build());
    try (StoreView view = store.view(TENANT)) {
      assertThat(view.balances("claim_total", List.of(BalanceKey.of("A")))).isEmpty();
      assertThat(view.balances("stock", List.of(stock("A")))).hasSize(1);
    }
  }

  @Test
  void a_latest_column_keeps_its_value_until_a_newer_one_comes() {
    store.commit(on(0).balance(cost(0, Optional.of(new BigDecimal("2.5")))).build());
    store.commit(on(1).balance(cost(1, Optional.empty())).build());

    try (StoreView view = store.view(TENANT)) {
      assertThat(view.balances("stock", List.of(stock("A"))).get(0).values().get(2))
          .isEqualTo(new BigDecimal("2.5000"));
    }
  }

  @Test
  void a_balance_holds_24_digits() {
    String most = "999999999999999999999.999";
    store.commit(on(0).balance(move("A", 0, most)).build());

    assertThatThrownBy(() -> store.commit(on(1).balance(move("A", 1, "0.001")).build()))
        .isInstanceOf(StorageException.class);
    assertIllegal(on(1).balance(move("A", 1, "0.0001")));
    assertThat(store.head(TENANT).sequence()).isEqualTo(1);
  }

  @Test
  void a_delta_of_a_latest_column_and_a_value_of_a_sum_column_are_mistakes() {
    BigDecimal zero = BigDecimal.ZERO;
    BigDecimal one = BigDecimal.ONE;
    assertIllegal(on(0).balance(change(List.of(zero, zero, one), Optional.empty())));
    assertIllegal(on(0).balance(change(List.of(zero, zero, zero), Optional.of(one))));
  }

  @Test
  void names_that_are_not_declared_are_mistakes() {
    assertIllegal(
        on(0)
            .document(
                new DocumentChange("nothing", "K", 0, Optional.of(content(order("NEW", 1))))));
    assertIllegal(on(0).index(index("nothing", "V", "K", true)));
    assertIllegal(on(0).entry(new JournalEntry("nothing", 1, AttributeValues.EMPTY, Bytes.EMPTY)));
    assertIllegal(on(0).balance(move("A", 0, "1", "0", Set.of("nothing"))));
    assertIllegal(
        on(0)
            .balance(
                new BalanceChange(
                    STOCK.name(),
                    BalanceKey.of("A"),
                    0,
                    List.of(BigDecimal.ONE),
                    List.of(Optional.empty()),
                    Set.of(),
                    false)));
  }

  @Test
  void values_of_another_layout_are_mistakes() {
    assertIllegal(on(0).document(put("K", 0, AttributeValues.EMPTY)));
    assertIllegal(on(0).entry(new JournalEntry("audit", 1, AttributeValues.EMPTY, Bytes.EMPTY)));
  }

  @Test
  void codes_and_bodies_have_their_bounds() {
    assertThatThrownBy(() -> audit("a".repeat(Names.KEY_BYTES + 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertIllegal(
        on(0)
            .entry(
                new JournalEntry(
                    "audit",
                    1,
                    audit("a").attributes(),
                    Bytes.wrap(new byte[Names.BODY_BYTES + 1]))));
  }

  @Test
  void a_row_may_be_named_once() {
    assertIllegal(
        on(0).document(put("K", 0, order("NEW", 1))).document(put("K", 0, order("NEW", 2))));
    assertIllegal(on(0).balance(move("A", 0, "1")).balance(move("A", 0, "1")));
  }

  @Test
  void nothing_is_built_on_a_commit_that_ended_midway() {
    store.commit(on(0).balance(move("A", 0, "5")).build());
    Internals.set(Internals.log(store, TENANT), "halfWritten", true);

    assertThatThrownBy(() -> store.commit(on(1).balance(move("A", 1, "1")).build()))
        .isInstanceOfSatisfying(
            StorageException.class, refused -> assertThat(refused.retryable()).isFalse());
    try (StoreView view = store.view(TENANT)) {
      assertThat(view.balances("stock", List.of(stock("A")))).hasSize(1);
    }
  }

  private static ChangeSet.Builder withHeader() {
    return on(1).document(put("K", 1, order("NEW", 1)));
  }

  private static IndexChange index(String index, String value, String key, boolean insert) {
    return new IndexChange(ORDER.name(), index, value, key, insert);
  }

  private static BalanceChange cost(long version, Optional<BigDecimal> latest) {
    return new BalanceChange(
        STOCK.name(),
        stock("A"),
        version,
        List.of(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO),
        List.of(Optional.empty(), Optional.empty(), latest),
        Set.of(),
        false);
  }

  private static BalanceChange change(List<BigDecimal> deltas, Optional<BigDecimal> latestOnHand) {
    return new BalanceChange(
        STOCK.name(),
        stock("A"),
        0,
        deltas,
        List.of(latestOnHand, Optional.empty(), Optional.empty()),
        Set.of(),
        false);
  }

  private void refused(Reason reason, ChangeSet.Builder changes) {
    long head = store.head(TENANT).sequence();
    assertThatThrownBy(() -> store.commit(changes.build()))
        .isInstanceOfSatisfying(
            ChangeRefusedException.class,
            refused -> assertThat(refused.reason()).isEqualTo(reason));
    assertThat(store.head(TENANT).sequence()).isEqualTo(head);
  }

  private void assertDuplicate(ChangeSet.Builder changes) {
    assertThatThrownBy(() -> store.commit(changes.build()))
        .isInstanceOfSatisfying(
            DuplicateKeyException.class,
            taken -> assertThat(taken.index()).isEqualTo("purchase_order.number"));
  }

  private void assertIllegal(ChangeSet.Builder changes) {
    assertThatThrownBy(() -> store.commit(changes.build()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
