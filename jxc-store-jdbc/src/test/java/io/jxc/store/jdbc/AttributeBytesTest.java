package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.error.StorageException;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.AttributeValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The form is stored: these bytes never change. */
class AttributeBytesTest {
  private static final AttributeLayout LAYOUT =
      AttributeLayout.of(
          Attribute.code("c"),
          Attribute.text("t"),
          Attribute.integer("i"),
          Attribute.decimal("d", 2),
          Attribute.instant("m"),
          Attribute.date("y"));

  private static final AttributeValues ALL =
      AttributeValues.builder(LAYOUT)
          .set("c", "ß")
          .set("t", "")
          .set("i", -2L)
          .set("d", new BigDecimal("-1.5"))
          .set("m", Instant.parse("1970-01-01T00:00:00.000001Z"))
          .set("y", LocalDate.of(1970, 1, 2))
          .build();

  @Test
  void formIsFixed() {
    assertThat(HexFormat.of().formatHex(AttributeBytes.encode(ALL)))
        .isEqualTo(
            "01"
                + "0163"
                + "53"
                + "00000002"
                + "c39f"
                + "0174"
                + "53"
                + "00000000"
                + "0169"
                + "4c"
                + "fffffffffffffffe"
                + "0164"
                + "4e"
                + "02"
                + "02"
                + "ff6a"
                + "016d"
                + "49"
                + "0000000000000001"
                + "0179"
                + "44"
                + "0000000000000001");
  }

  @Test
  void valuesComeBackAndAbsentOnesStayAbsent() {
    assertThat(AttributeBytes.decode("x", LAYOUT, AttributeBytes.encode(ALL))).isEqualTo(ALL);
    AttributeValues none = AttributeValues.builder(LAYOUT).build();
    assertThat(AttributeBytes.decode("x", LAYOUT, AttributeBytes.encode(none))).isEqualTo(none);
  }

  @Test
  void attributeDeclaredLaterIsAbsentInOlderRows() {
    AttributeLayout older = AttributeLayout.of(Attribute.code("c"));
    byte[] stored = AttributeBytes.encode(AttributeValues.builder(older).set("c", "x").build());
    assertThat(AttributeBytes.decode("x", LAYOUT, stored).string("c")).contains("x");
  }

  @Test
  void attributeThatIsNotDeclaredAnyMoreIsRefused() {
    byte[] stored = AttributeBytes.encode(ALL);
    AttributeLayout fewer = AttributeLayout.of(Attribute.code("c"));
    assertThatThrownBy(() -> AttributeBytes.decode("x", fewer, stored))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("'t'");
  }

  @Test
  void bytesThatAreCutOffAreRefused() {
    byte[] stored = AttributeBytes.encode(ALL);
    for (int length = 2; length < stored.length; length++) {
      byte[] cut = Arrays.copyOf(stored, length);
      if (!startsAnAttribute(length)) {
        assertThatThrownBy(() -> AttributeBytes.decode("x", LAYOUT, cut))
            .as("cut at %s", length)
            .isInstanceOf(StorageException.class);
      }
    }
  }

  /** Between two attributes a shorter row is a sound one. */
  private static boolean startsAnAttribute(int length) {
    return Arrays.asList(1, 10, 17, 28, 35, 46).contains(length);
  }
}
