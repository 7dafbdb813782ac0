package io.jxc.spi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingKeysTest {
  private static final AttributeLayout LAYOUT =
      AttributeLayout.of(Attribute.code("state"), Attribute.date("day"));

  @Test
  void valuesOfEveryKindSortAsTheirBytesDo() {
    ascending(Long.MIN_VALUE, -10L, -9L, 0L, 9L, 10L, Long.MAX_VALUE);
    ascending(
        new BigDecimal("-999999999999999999999999"),
        new BigDecimal("-1.10"),
        new BigDecimal("-1.09"),
        new BigDecimal("0.00"),
        new BigDecimal("1.09"),
        new BigDecimal("10.00"),
        new BigDecimal("999999999999999999999999"));
    ascending(
        Instant.parse("1969-12-31T23:59:59Z"),
        Instant.EPOCH,
        Instant.parse("2026-01-01T00:00:00.000001Z"));
    ascending(LocalDate.of(1, 1, 1), LocalDate.of(1999, 12, 31), LocalDate.of(2000, 1, 1));
    ascending("", "a", "ab", "b", "ß", "\uFFFD", "𠮷");
  }

  @Test
  void aShorterCodeComesBeforeALongerOneWhateverFollows() {
    Listing listing = new Listing("by_state", List.of(), List.of("state", "day"));
    String shorter = ListingKeys.encode(listing, row("a", LocalDate.of(2026, 1, 1))).orElseThrow();
    String longer = ListingKeys.encode(listing, row("a!", LocalDate.of(2000, 1, 1))).orElseThrow();
    assertThat(Names.compareUtf8(shorter, longer)).isNegative();
  }

  @Test
  void everyRowStartsWithThePrefixOfItsEqualityValues() {
    Listing listing = new Listing("by_state", List.of("state"), List.of("day"));
    String value = ListingKeys.encode(listing, row("open", LocalDate.of(2026, 1, 1))).orElseThrow();
    assertThat(value).isEqualTo("open\u00002026-01-01\u0000");
    assertThat(value).startsWith(ListingKeys.prefix(listing, List.of("open")));
    assertThat(ListingKeys.prefix(listing, List.of("ope"))).isEqualTo("ope\u0000");
  }

  @Test
  void aListingWithoutAttributesHoldsEveryRowUnderOneValue() {
    Listing all = new Listing("all", List.of(), List.of());
    assertThat(ListingKeys.encode(all, AttributeValues.EMPTY)).contains("\u0000");
    assertThat(ListingKeys.prefix(all, List.of())).isEqualTo("\u0000");
  }

  @Test
  void aRowThatLacksAnAttributeIsNotInTheListing() {
    Listing listing = new Listing("by_day", List.of(), List.of("day"));
    AttributeValues dayless = AttributeValues.builder(LAYOUT).set("state", "open").build();
    assertThat(ListingKeys.encode(listing, dayless)).isEmpty();
  }

  @Test
  void whatCannotBeOrderedIsRefused() {
    assertThatThrownBy(() -> ListingKeys.encodeValue("a\u0000b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ListingKeys.encodeValue(LocalDate.of(10_000, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ListingKeys.encodeValue(1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static AttributeValues row(String state, LocalDate day) {
    return AttributeValues.builder(LAYOUT).set("state", state).set("day", day).build();
  }

  private static void ascending(Object... values) {
    for (int i = 1; i < values.length; i++) {
      assertThat(
              Names.compareUtf8(
                  ListingKeys.encodeValue(values[i - 1]), ListingKeys.encodeValue(values[i])))
          .as("%s before %s", values[i - 1], values[i])
          .isNegative();
    }
  }
}
