package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.DocumentChange.Content;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What audit entries tell of lines is stored: it stays what it was. */
class DocumentDigestTest {
  private static final AttributeLayout LAYOUT = AttributeLayout.of(Attribute.code("sku"));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 300})
  void theDigestOfLinesIsThatOfTheDigestsOfEach(int count) throws Exception {
    List<DocumentDigest.Line> lines =
        IntStream.rangeClosed(1, count).mapToObj(DocumentDigestTest::line).toList();
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    for (DocumentDigest.Line line : lines) {
      Bytes row = Chain.rowDigest("sales_order", "O-1#" + line.number(), line.content());
      sha.update(row.unsafeArray());
    }

    assertThat(DocumentDigest.ofLines("sales_order", "O-1", lines))
        .isEqualTo(Bytes.wrap(sha.digest()));
    List<DocumentDigest.Line> others = new ArrayList<>(lines);
    others.add(line(count + 1));
    assertThat(DocumentDigest.ofLines("sales_order", "O-1", others))
        .isNotEqualTo(DocumentDigest.ofLines("sales_order", "O-1", lines));
  }

  private static DocumentDigest.Line line(int number) {
    AttributeValues values = AttributeValues.builder(LAYOUT).set("sku", "茶-" + number).build();
    Bytes body = Bytes.wrap("{\"quantity\":\"1\"}".repeat(number).getBytes(StandardCharsets.UTF_8));
    return new DocumentDigest.Line(number, new Content(1, values, body));
  }
}
