package io.jxc.tck;

import static io.jxc.tck.KitData.dec;
import static io.jxc.tck.KitData.delete;
import static io.jxc.tck.KitData.newLine;
import static io.jxc.tck.KitData.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.spi.store.Filter;
import io.jxc.spi.store.Filter.Operator;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Listings give the rows that agree in the equality attributes, in order of the sort attributes and
 * then of keys, forwards and backwards, from a value to a value.
 *
 * <p>Readings of the contract where it leaves room: backwards is the exact reverse, ties included;
 * {@code from} and {@code to} bound the first sort attribute in both directions alike; a query with
 * another number of equality values than declared is refused with {@link IllegalArgumentException}.
 */
public abstract class ListingConformance extends ConformanceSuite {
  private static final Instant T0 = Instant.parse("2026-03-01T08:00:00Z");
  private static final LocalDate D0 = LocalDate.parse("2026-03-01");

  @Test
  void rowsAgreeInTheEqualityAttributes() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O1", 0, "status", "OPEN", "created_at", T0))
                .document(order("O2", 0, "status", "DONE", "created_at", T0))
                .document(order("O3", 0, "status", "OPEN", "created_at", T0.minusNanos(1_000)))
                .document(order("O4", 0, "status", "OPE", "created_at", T0)));
    assertThat(ties(shop, headers("by_status").equal("OPEN"))).containsExactly("O3", "O1");
    assertThat(ties(shop, headers("by_status").equal("open"))).isEmpty();
  }

  @Test
  void rowsAreInOrderOfAllSortAttributesAndThenOfKeys() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O1", 0, "partner", "P", "due_on", D0, "amount", dec("10")))
                .document(order("O2", 0, "partner", "P", "due_on", D0, "amount", dec("9")))
                .document(
                    order("O3", 0, "partner", "P", "due_on", D0.minusDays(1), "amount", dec("99")))
                .document(order("O0", 0, "partner", "P", "due_on", D0, "amount", dec("10.0")))
                .document(order("O5", 0, "partner", "Q", "due_on", D0, "amount", dec("1"))));
    assertThat(ties(shop, headers("by_partner").equal("P")))
        .containsExactly("O3", "O2", "O0", "O1");
    assertThat(ties(shop, headers("by_partner").equal("P").descending()))
        .containsExactly("O1", "O0", "O2", "O3");
  }

  @Test
  void numbersAreOrderedAsNumbers() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O1", 0, "amount", dec("-1"), "urgency", -1L))
                .document(order("O2", 0, "amount", dec("10"), "urgency", 10L))
                .document(order("O3", 0, "amount", dec("9.999999"), "urgency", 9L))
                .document(order("O4", 0, "amount", dec("0"), "urgency", 0L))
                .document(order("O5", 0, "amount", dec("-20.5"), "urgency", -20L))
                .document(
                    order(
                        "O6",
                        0,
                        "amount",
                        dec("-999999999999999999.999999"),
                        "urgency",
                        Long.MIN_VALUE))
                .document(
                    order(
                        "O7",
                        0,
                        "amount",
                        dec("999999999999999999.999999"),
                        "urgency",
                        Long.MAX_VALUE)));
    String[] sorted = {"O6", "O5", "O1", "O4", "O3", "O2", "O7"};
    assertThat(ties(shop, headers("by_amount"))).containsExactly(sorted);
    assertThat(ties(shop, headers("by_urgency"))).containsExactly(sorted);
  }

  @Test
  void momentsAndDaysAreOrderedInTime() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O1", 0, "status", "S", "created_at", T0.plusNanos(1_000)))
                .document(order("O2", 0, "status", "S", "created_at", T0))
                .document(
                    order(
                        "O3",
                        0,
                        "status",
                        "S",
                        "created_at",
                        Instant.parse("1969-12-31T23:59:59.999999Z")))
                .document(
                    order(
                        "O4",
                        0,
                        "status",
                        "S",
                        "created_at",
                        Instant.parse("2038-01-19T03:14:08Z"))));
    assertThat(ties(shop, headers("by_status").equal("S"))).containsExactly("O3", "O2", "O1", "O4");
  }

  @Test
  void rowsWithoutOneOfTheAttributesAreNotListed() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O1", 0, "status", "OPEN"))
                .document(order("O2", 0, "created_at", T0))
                .document(order("O3", 0, "status", "OPEN", "created_at", T0))
                .document(order("O4", 0, "partner", "P", "amount", dec("1")))
                .document(order("O5", 0, "partner", "P", "due_on", D0, "amount", dec("1"))));
    assertThat(ties(shop, headers("by_status").equal("OPEN"))).containsExactly("O3");
    assertThat(ties(shop, headers("by_partner").equal("P"))).containsExactly("O5");
    assertThat(ties(shop, headers("by_amount"))).containsExactly("O4", "O5");
    assertThat(ties(shop, headers("by_key"))).containsExactly("O1", "O2", "O3", "O4", "O5");
  }

  @Test
  void listingFollowsEachChange() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O1", 0, "status", "OPEN", "created_at", T0))
                .document(order("O2", 0, "status", "OPEN", "created_at", T0)));
    shop.commit(
        set ->
            set.document(order("O1", 1, "status", "DONE", "created_at", T0))
                .document(order("O2", 1, "status", "OPEN", "created_at", T0.plusSeconds(9))));
    assertThat(ties(shop, headers("by_status").equal("OPEN"))).containsExactly("O2");
    assertThat(ties(shop, headers("by_status").equal("DONE"))).containsExactly("O1");
    shop.commit(
        set ->
            set.document(delete(KitTypes.ORDER, "O1", 2)).document(order("O2", 2, "urgency", 1L)));
    assertThat(ties(shop, headers("by_status").equal("OPEN"))).isEmpty();
    assertThat(ties(shop, headers("by_status").equal("DONE"))).isEmpty();
  }

  @Test
  void fromIsIncludedAndToIsNot() {
    KitTenant shop = shop();
    shop.commit(
        set -> {
          for (int i = 1; i <= 6; i++) {
            set.document(
                order(
                    "O" + i,
                    0,
                    "status",
                    "S",
                    "created_at",
                    T0.plusSeconds(i),
                    "amount",
                    dec(i + ".5")));
          }
        });
    Optional<Instant> from = Optional.of(T0.plusSeconds(2));
    Optional<Instant> to = Optional.of(T0.plusSeconds(5));
    assertThat(ties(shop, headers("by_status").equal("S").from(from).to(to)))
        .containsExactly("O2", "O3", "O4");
    assertThat(ties(shop, headers("by_status").equal("S").from(from).to(to).descending()))
        .containsExactly("O4", "O3", "O2");
    assertThat(ties(shop, headers("by_status").equal("S").from(from)))
        .containsExactly("O2", "O3", "O4", "O5", "O6");
    assertThat(ties(shop, headers("by_status").equal("S").to(to).descending()))
        .containsExactly("O4", "O3", "O2", "O1");
    assertThat(
            ties(
                shop,
                headers("by_amount").from(Optional.of(dec("2.5"))).to(Optional.of(dec("4.50")))))
        .containsExactly("O2", "O3");
    assertThat(ties(shop, headers("by_status").equal("S").from(to).to(from))).isEmpty();
  }

  @Test
  void linesAreListedOverAllDocuments() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O2", 0))
                .document(order("O1", 0))
                .line(newLine("O1", 10, "sku", "A", "due_on", D0))
                .line(newLine("O1", 9, "sku", "A", "due_on", D0))
                .line(newLine("O2", 1, "sku", "A", "due_on", D0.minusDays(3)))
                .line(newLine("O2", 2, "sku", "A", "due_on", D0))
                .line(newLine("O2", 3, "sku", "B", "due_on", D0))
                .line(newLine("O2", 4, "sku", "A")));
    assertThat(ties(shop, lines("by_sku").equal("A")))
        .containsExactly("O2/00001", "O1/00009", "O1/00010", "O2/00002");
    assertThat(ties(shop, lines("by_sku").equal("A").descending()))
        .containsExactly("O2/00002", "O1/00010", "O1/00009", "O2/00001");
    assertThat(ties(shop, lines("by_sku").equal("A").from(Optional.of(D0))))
        .containsExactly("O1/00009", "O1/00010", "O2/00002");
  }

  @Test
  void listingMayTakeSeveralEqualityAttributesAndNoSortAttribute() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O1", 0))
                .line(newLine("O1", 1, "sku", "A", "partner", "P"))
                .line(newLine("O1", 2, "sku", "A", "partner", "Q"))
                .line(newLine("O1", 3, "sku", "B", "partner", "P"))
                .line(newLine("O1", 4, "sku", "A", "partner", "P"))
                .line(newLine("O1", 5, "sku", "P", "partner", "A")));
    assertThat(ties(shop, lines("by_partner_sku").equal("P").equal("A")))
        .containsExactly("O1/00001", "O1/00004");
  }

  @Test
  void listingGivesWholeRows() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O1", 0, "amount", dec("1"), "remark", "x"))
                .line(newLine("O1", 1, "sku", "A", "due_on", D0, "qty", dec("5"))));
    assertThat(page(shop, headers("by_amount")).rows())
        .isEqualTo(List.of(shop.document(KitTypes.ORDER, "O1").orElseThrow()));
    assertThat(page(shop, lines("by_sku").equal("A")).rows()).isEqualTo(shop.lines("O1"));
  }

  @Test
  void undeclaredListingOrAttributeIsRefused() {
    KitTenant shop = shop();
    assertRefused(shop, headers("no_such_listing"));
    assertRefused(shop, headers("by_sku").equal("A"));
    assertRefused(shop, ListQuery.of(Source.DOCUMENTS, "kit_nothing", "by_key"));
    assertRefused(shop, ListQuery.of(Source.LINES, "kit_item", "by_category").equal("tea"));
    assertRefused(shop, headers("by_key").filter(Filter.eq("no_such_attribute", "x")));
    assertRefused(shop, lines("by_sku").equal("A").filter(Filter.of("status", Operator.EQ, "x")));
  }

  @Test
  void wrongNumberOfEqualityValuesIsRefused() {
    KitTenant shop = shop();
    assertRefused(shop, headers("by_status"));
    assertRefused(shop, headers("by_status").equal("OPEN").equal("OPEN"));
    assertRefused(shop, lines("by_partner_sku").equal("P"));
  }

  private static ListQuery.Builder headers(String listing) {
    return ListQuery.of(Source.DOCUMENTS, "kit_order", listing);
  }

  private static ListQuery.Builder lines(String listing) {
    return ListQuery.of(Source.LINES, "kit_order", listing);
  }

  private static Slice page(KitTenant shop, ListQuery.Builder query) {
    ListQuery built = query.build();
    return shop.read(view -> view.list(built));
  }

  private static List<String> ties(KitTenant shop, ListQuery.Builder query) {
    return Pages.ties(page(shop, query).rows());
  }

  private static void assertRefused(KitTenant shop, ListQuery.Builder query) {
    assertThatThrownBy(() -> page(shop, query)).isInstanceOf(IllegalArgumentException.class);
  }
}
