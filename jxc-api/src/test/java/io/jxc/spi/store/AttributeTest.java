package io.jxc.spi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttributeTest {
  private static final Attribute CODE = Attribute.code("code");

  @Test
  void aCodeTakesFourHundredBytesAndNoMore() {
    String most = "x".repeat(400);
    String mostOfThreeBytes = "茶".repeat(133) + "x";
    String mostOfFourBytes = "𠮷".repeat(100);

    assertThat(CODE.normalise(most)).isEqualTo(most);
    assertThat(CODE.normalise(mostOfThreeBytes)).isEqualTo(mostOfThreeBytes);
    assertThat(CODE.normalise(mostOfFourBytes)).isEqualTo(mostOfFourBytes);
    for (String tooLong : List.of(most + "x", mostOfThreeBytes + "x", mostOfFourBytes + "x")) {
      assertThatThrownBy(() -> CODE.normalise(tooLong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("attribute code")
          .hasMessageContaining("400");
    }
  }

  @Test
  void freeTextIsNotBoundLikeACode() {
    String text = "x".repeat(10_000);

    assertThat(Attribute.text("note").normalise(text)).isEqualTo(text);
  }

  @Test
  void noListingIsOrderedByFreeText() {
    AttributeLayout layout = AttributeLayout.of(CODE, Attribute.text("note"));

    assertThatThrownBy(() -> new Listing("by_note", List.of(), List.of("note")).check(layout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("by_note")
        .hasMessageContaining("note is free text");
    assertThatThrownBy(() -> new Listing("of_note", List.of("note"), List.of()).check(layout))
        .isInstanceOf(IllegalArgumentException.class);
    new Listing("by_code", List.of("code"), List.of()).check(layout);
  }
}
