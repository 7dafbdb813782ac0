package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between quotes cannot end early, whatever it is and however a server is set. */
class LiteralsTest {
  /** Printable ASCII without the quote and the backslash. */
  private static final String PLAIN = "[\\x20-\\x26\\x28-\\x5b\\x5d-\\x7e]*";

  private static final Pattern BYTES = Pattern.compile("x'((?:[0-9a-f]{2})*)'");
  private static final Pattern TEXT =
      Pattern.compile("_utf8mb4'(" + PLAIN + ")'|_utf8mb4 x'((?:[0-9a-f]{2})+)'");

  @ParameterizedTest
  @MethodSource("io.jxc.store.jdbc.NastyValues#texts")
  void nastyTextsAndTheirBytesStayWithinTheirQuotes(String nasty) {
    assertKept(nasty);
    assertKept(nasty.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everyByteStaysWithinItsQuotes() {
    for (int b = 0; b < 256; b++) {
      assertKept(new byte[] {(byte) b});
      assertKept(new byte[] {'a', (byte) b, 'z'});
      assertKept(String.valueOf((char) b));
    }
  }

  @Test
  void anyValuesStayWithinTheirQuotes() {
    Random random = new Random(20_260_101);
    for (int i = 0; i < 20_000; i++) {
      assertKept(NastyValues.bytes(random));
      assertKept(NastyValues.text(random));
    }
  }

  @Test
  void numbersAndDaysAreWrittenOut() {
    assertThat(literal(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
    assertThat(literal(-7)).isEqualTo("-7");
    assertThat(literal(new BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(literal(new BigDecimal("-0.00000001"))).isEqualTo("-0.00000001");
    assertThat(literal(LocalDate.of(7, 2, 28))).isEqualTo("'0007-02-28'");
    StringBuilder text = new StringBuilder();
    Literals.append(text, null);
    assertThat(text).hasToString("NULL");
  }

  @Test
  void aPlainTextIsWrittenAsItIs() {
    assertThat(literal("a; b -- {?}")).isEqualTo("_utf8mb4'a; b -- {?}'");
    assertThat(literal("")).isEqualTo("_utf8mb4''");
  }

  @Test
  void whatNoColumnHoldsIsRefused() {
    assertThatThrownBy(() -> literal(Instant.EPOCH)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DO ?", "DO ?, ?, ?"})
  void aStatementHasAsManyPlacesAsValues(String text) {
    Sql sql = Sql.of(text, 0, 1L, 2L);

    assertThatThrownBy(() -> sql.appendTo(new StringBuilder()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void valuesAreNotTakenForPlaces() {
    StringBuilder text = new StringBuilder();

    Sql.of("DO ? + ?, ?", 0, "?", "? ?".getBytes(StandardCharsets.US_ASCII), 3L).appendTo(text);

    assertThat(text).hasToString("DO _utf8mb4'?' + x'3f203f', 3");
  }

  private static void assertKept(Object value) {
    String literal = literal(value);
    assertThat((long) literal.length()).isLessThanOrEqualTo(Literals.most(value));
    byte[] kept =
        value instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) value;
    assertThat(value instanceof String ? text(literal) : bytes(literal))
        .as(literal)
        .isEqualTo(kept);
  }

  private static byte[] bytes(String literal) {
    Matcher parts = BYTES.matcher(literal);
    assertThat(parts.matches()).as(literal).isTrue();
    return HexFormat.of().parseHex(parts.group(1));
  }

  private static byte[] text(String literal) {
    Matcher parts = TEXT.matcher(literal);
    assertThat(parts.matches()).as(literal).isTrue();
    return parts.group(1) != null
        ? parts.group(1).getBytes(StandardCharsets.US_ASCII)
        : HexFormat.of().parseHex(parts.group(2));
  }

  private static String literal(Object value) {
    StringBuilder text = new StringBuilder();
    Literals.append(text, value);
    return text.toString();
  }
}
