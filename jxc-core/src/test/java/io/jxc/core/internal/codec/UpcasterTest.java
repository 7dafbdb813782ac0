package io.jxc.core.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jxc.api.error.StorageException;
import io.jxc.core.internal.codec.LinedType.StoredLine;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.LineRow;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows that an earlier release has stored are read as if the newest one had written them. */
class UpcasterTest {
  /** Since format 3; format 1 called the partner {@code client}, format 2 had no currency. */
  record Slip(String id, String partner, String currency) {}

  /** Since format 2; format 1 kept whole boxes of twelve. */
  record SlipLine(int number, String sku, BigDecimal pieces) {}

  private static final LinedType<Slip, SlipLine> SLIP =
      DocType.of("slip", Slip.class, Slip::id)
          .attribute(Attribute.code("partner"), Slip::partner)
          .upcaster(
              body -> {
                body.set("partner", body.remove("client"));
                return body;
              })
          .upcaster(body -> body.put("currency", "CNY"))
          .lines(SlipLine.class, SlipLine::number)
          .attribute(Attribute.code("sku"), (slip, line) -> line.sku())
          .upcaster(UpcasterTest::piecesOfBoxes)
          .build();

  private static final Slip SAMPLE = new Slip("S-1", "C-1", "CNY");
  private static final SlipLine SAMPLE_LINE = new SlipLine(1, "TEA", new BigDecimal("36"));

  private static ObjectNode piecesOfBoxes(ObjectNode body) {
    int boxes = body.remove("boxes").asInt();
    return body.put("pieces", Integer.toString(12 * boxes));
  }

  @Test
  void aDocumentOfTheFirstFormatGoesThroughEveryStep() {
    assertThat(document(1, "{'id':'S-1','client':'C-1'}").value()).isEqualTo(SAMPLE);
  }

  @Test
  void aDocumentOfALaterFormatGoesThroughTheRestOfTheSteps() {
    assertThat(document(2, "{'id':'S-1','partner':'C-1'}").value()).isEqualTo(SAMPLE);
  }

  @Test
  void aDocumentOfTheNewestFormatIsReadAsItIs() {
    assertThat(document(3, "{'id':'S-1','partner':'C-1','currency':'EUR'}").value())
        .isEqualTo(new Slip("S-1", "C-1", "EUR"));
  }

  @Test
  void aLineHasFormatsOfItsOwn() {
    assertThat(line(1, "{'number':1,'sku':'TEA','boxes':3}").value()).isEqualTo(SAMPLE_LINE);
    assertThat(line(2, "{'number':1,'sku':'TEA','pieces':'36'}").value()).isEqualTo(SAMPLE_LINE);
  }

  @Test
  void whatIsWrittenHasTheNewestFormat() {
    StoredLine<SlipLine> line = SLIP.decided(SAMPLE, SAMPLE_LINE, Optional.empty());

    assertThat(SLIP.encode(SAMPLE, Optional.empty()).format()).isEqualTo(3);
    assertThat(line.content().format()).isEqualTo(2);
  }

  @Test
  void anOldRowIsKnownByWhatIsStoredUntilItIsWrittenAnew() {
    String stored = "{'number':1,'sku':'TEA','boxes':3}";
    DocumentChange.Content content = line(1, stored).content();

    assertThat(content.format()).isEqualTo(1);
    assertThat(content.body()).isEqualTo(json(stored));
  }

  @Test
  void fieldsOfANewerReleaseSurviveTheSteps() {
    Stored<Slip> slip = document(1, "{'id':'S-1','client':'C-1','colour':'red'}");
    StoredLine<SlipLine> line = line(1, "{'number':1,'sku':'TEA','boxes':3,'shelf':'A'}");

    Bytes slipBody = SLIP.encode(slip.value(), slip.unknown()).body();
    Bytes lineBody = SLIP.decided(SAMPLE, line.value(), line.unknown()).content().body();

    assertThat(Json.tree(slipBody).at("/colour").asText()).isEqualTo("red");
    assertThat(Json.tree(lineBody).at("/shelf").asText()).isEqualTo("A");
    assertThat(Json.tree(lineBody).at("/pieces").asText()).isEqualTo("36");
  }

  @Test
  void aRowOfALaterReleaseIsRefused() {
    assertThatThrownBy(() -> document(4, "{}"))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("slip has a row of format 4, this version reads up to 3");
    assertThatThrownBy(() -> line(3, "{}"))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("a line of slip has a row of format 3, this version reads up to 2");
    assertThatThrownBy(() -> line(0, "{}")).isInstanceOf(StorageException.class);
  }

  private static Stored<Slip> document(int format, String body) {
    AttributeValues values = SLIP.encode(SAMPLE, Optional.empty()).attributes();
    return SLIP.decode(new DocumentRow("slip", "S-1", 7, format, values, json(body)));
  }

  private static StoredLine<SlipLine> line(int format, String body) {
    AttributeValues values =
        SLIP.decided(SAMPLE, SAMPLE_LINE, Optional.empty()).content().attributes();
    return SLIP.decodeLine(new LineRow("slip", "S-1", 1, format, values, json(body)));
  }

  private static Bytes json(String text) {
    return Bytes.copyOf(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
