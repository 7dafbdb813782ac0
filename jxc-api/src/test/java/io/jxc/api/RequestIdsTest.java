package io.jxc.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestIdsTest {
  private static final int MANY = 10_000;

  @Test
  void anIdIsAUuidThatTellsWhenItWasDrawn() {
    long before = System.currentTimeMillis();
    UUID id = UUID.fromString(RequestIds.next());
    long after = System.currentTimeMillis();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, after);
  }

  @Test
  void noTwoAreAlikeAndEveryFreeBitIsDrawn() {
    var ids = Stream.generate(RequestIds::next).limit(MANY).collect(Collectors.toSet());
    long highOnes = 0;
    long lowOnes = 0;
    for (String id : ids) {
      highOnes |= UUID.fromString(id).getMostSignificantBits();
      lowOnes |= UUID.fromString(id).getLeastSignificantBits();
    }

    assertThat(ids).hasSize(MANY);
    assertThat(highOnes & 0x0FFFL).isEqualTo(0x0FFFL);
    assertThat(lowOnes & 0x3FFF_FFFF_FFFF_FFFFL).isEqualTo(0x3FFF_FFFF_FFFF_FFFFL);
  }
}
