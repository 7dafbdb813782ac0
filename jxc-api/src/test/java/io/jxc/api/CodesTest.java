package io.jxc.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
  @ParameterizedTest
  @ValueSource(strings = {"A", "85123A", "a-b_c/d.e", "~", "!", "A@b", "TEA 2", "茶", "ß", "𠮷"})
  void aProperCodeIsStoredAsItIs(String code) {
    assertThat(Codes.normalise(code)).contains(code);
  }

  @ParameterizedTest
  @CsvSource({"' A ', A", "'\tTEA\t', TEA", "'A\u0308', Ä", "'\u3000茶', 茶"})
  void aCodeIsTrimmedAndComposed(String code, String stored) {
    assertThat(Codes.normalise(code)).contains(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "@A", " @A", "A\u0000", "A\nB", "A\u007fB", "A\u0085B", "A\ud842"})
  void whatIsNoCodeIsRefused(String code) {
    assertThat(Codes.normalise(code)).isEmpty();
  }

  @Test
  void lengthIsCountedInBytes() {
    assertThat(Codes.normalise("A".repeat(64))).isPresent();
    assertThat(Codes.normalise("A".repeat(65))).isEmpty();
    assertThat(Codes.normalise("茶".repeat(21))).isPresent();
    assertThat(Codes.normalise("茶".repeat(22))).isEmpty();
    assertThat(Codes.normalise(" " + "A".repeat(64) + " ")).contains("A".repeat(64));
  }

  @Test
  void everyCharacterIsTreatedByTheSameRuleWhereverItStands() {
    for (char c = 0; c < 0x300; c++) {
      for (String code : new String[] {"" + c, c + "A", "A" + c, "A" + c + "B"}) {
        assertThat(Codes.normalise(code)).as("%04x", (int) c).isEqualTo(byTheRule(code));
      }
    }
  }

  private static Optional<String> byTheRule(String code) {
    String stored = Normalizer.normalize(code, Normalizer.Form.NFC).strip();
    boolean fits = stored.getBytes(StandardCharsets.UTF_8).length <= Codes.MAX_BYTES;
    boolean clean = stored.chars().noneMatch(Character::isISOControl);
    return Optional.of(stored)
        .filter(text -> fits && clean && !text.isEmpty() && !text.startsWith("@"));
  }
}
