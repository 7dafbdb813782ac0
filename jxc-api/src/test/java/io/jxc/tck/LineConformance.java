package io.jxc.tck;

import static io.jxc.tck.KitData.body;
import static io.jxc.tck.KitData.changedLine;
import static io.jxc.tck.KitData.dec;
import static io.jxc.tck.KitData.delete;
import static io.jxc.tck.KitData.deletedLine;
import static io.jxc.tck.KitData.lineType;
import static io.jxc.tck.KitData.newLine;
import static io.jxc.tck.KitData.order;
import static io.jxc.tck.KitData.values;
import static io.jxc.tck.KitState.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.error.ChangeRefusedException;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.LineRow;
import io.jxc.spi.store.LineType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Lines are rows of their document, changed by what differs.
 *
 * <p>Readings of the contract where it leaves room: a new line whose number is taken is refused as
 * a duplicate or for its existence; a changed or deleted line that is absent is refused; deleting a
 * document deletes no line that the change set does not name, so the kit names them all.
 */
public abstract class LineConformance extends ConformanceSuite {
  @Test
  void lineIsReadAsItWasPut() {
    KitTenant shop = shop();
    Object[] set = {
      "sku",
      "A",
      "partner",
      "P-1",
      "remark",
      "fragile",
      "boxes",
      3L,
      "qty",
      dec("2.5"),
      "price",
      dec("1.23456789"),
      "promised_at",
      Instant.parse("2026-03-01T08:00:00.000001Z"),
      "due_on",
      LocalDate.parse("2026-03-31")
    };
    shop.commit(changes -> changes.document(order("O1", 0)).line(newLine("O1", 1, set)));
    assertThat(shop.lines("O1"))
        .containsExactly(
            new LineRow(
                "kit_order", "O1", 1, 1, values(lineType().attributes(), set), body("line 1")));
  }

  @Test
  void linesAreReadByKeyAndNumber() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O10", 0))
                .document(order("O2", 0))
                .document(order("O1", 0))
                .line(newLine("O2", 10, "sku", "A"))
                .line(newLine("O2", 9, "sku", "B"))
                .line(newLine("O10", 2, "sku", "C"))
                .line(newLine("O1", 1, "sku", "D"))
                .line(newLine("O2", 100, "sku", "E")));
    assertThat(places(shop, List.of("O2", "O1", "O10"), 1, LineType.MAX_LINES))
        .containsExactly("O1/1", "O10/2", "O2/9", "O2/10", "O2/100");
  }

  @Test
  void linesAreReadFromANumberToANumber() {
    KitTenant shop = shop();
    shop.commit(
        set -> {
          set.document(order("O1", 0)).document(order("O2", 0));
          for (int no = 1; no <= 12; no++) {
            set.line(newLine("O1", no)).line(newLine("O2", no));
          }
        });
    assertThat(places(shop, List.of("O1", "O2"), 3, 4))
        .containsExactly("O1/3", "O1/4", "O2/3", "O2/4");
    assertThat(places(shop, List.of("O2"), 12, LineType.MAX_LINES)).containsExactly("O2/12");
    assertThat(places(shop, List.of("O2"), 13, LineType.MAX_LINES)).isEmpty();
    assertThat(places(shop, List.of("O3"), 1, 5)).isEmpty();
    assertThat(places(shop, List.of(), 1, 5)).isEmpty();
  }

  @Test
  void linesChangeByWhatDiffers() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O1", 0))
                .line(newLine("O1", 1, "sku", "A", "qty", dec("1")))
                .line(newLine("O1", 2, "sku", "B", "qty", dec("2")))
                .line(newLine("O1", 3, "sku", "C", "qty", dec("3"))));
    List<LineRow> before = shop.lines("O1");
    shop.commit(
        set ->
            set.document(order("O1", 1))
                .line(changedLine("O1", 2, "sku", "B", "qty", dec("20")))
                .line(deletedLine("O1", 1))
                .line(newLine("O1", 4, "sku", "D", "qty", dec("4"))));
    List<LineRow> after = shop.lines("O1");
    assertThat(after).extracting(LineRow::lineNo).containsExactly(2, 3, 4);
    assertThat(after.get(0).body()).isEqualTo(body("changed 2"));
    assertThat(after.get(0).attributes().decimal("qty")).contains(dec("20.000000"));
    assertThat(after.get(1)).isEqualTo(before.get(2));
  }

  @Test
  void changedLineLosesTheAttributesItNoLongerHas() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O1", 0))
                .line(newLine("O1", 1, "sku", "A", "remark", "old", "qty", dec("1"))));
    shop.commit(set -> set.document(order("O1", 1)).line(changedLine("O1", 1, "sku", "A")));
    assertThat(shop.lines("O1").get(0).attributes())
        .isEqualTo(values(lineType().attributes(), "sku", "A"));
  }

  @Test
  void deletedDocumentTakesItsNamedLinesAlong() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O1", 0))
                .document(order("O2", 0))
                .line(newLine("O1", 1))
                .line(newLine("O1", 2))
                .line(newLine("O2", 1)));
    shop.commit(
        set ->
            set.document(delete(KitTypes.ORDER, "O1", 1))
                .line(deletedLine("O1", 1))
                .line(deletedLine("O1", 2)));
    assertThat(shop.lines("O1")).isEmpty();
    assertThat(shop.lines("O2")).hasSize(1);
    shop.commit(set -> set.document(order("O1", 0)).line(newLine("O1", 1, "sku", "new")));
    assertThat(shop.lines("O1")).hasSize(1);
  }

  @Test
  void takenLineNumberIsRefused() {
    KitTenant shop = shop();
    shop.commit(set -> set.document(order("O1", 0)).line(newLine("O1", 1, "sku", "A")));
    assertThat(
            refusal(
                shop,
                () ->
                    shop.attempt(
                        set -> set.document(order("O1", 1)).line(newLine("O1", 1, "sku", "B")))))
        .isInstanceOfAny(ChangeRefusedException.class, DuplicateKeyException.class);
  }

  @Test
  void absentLineIsNeitherChangedNorDeleted() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O1", 0))
                .document(order("O2", 0))
                .line(newLine("O1", 1))
                .line(newLine("O2", 2)));
    assertThat(
            refusal(
                shop,
                () ->
                    shop.attempt(
                        set ->
                            set.document(order("O1", 1))
                                .line(changedLine("O1", 1))
                                .line(changedLine("O1", 2)))))
        .isInstanceOf(ChangeRefusedException.class);
    assertThat(
            refusal(
                shop,
                () ->
                    shop.attempt(
                        set ->
                            set.document(order("O1", 1))
                                .line(newLine("O1", 3))
                                .line(deletedLine("O1", 2)))))
        .isInstanceOf(ChangeRefusedException.class);
  }

  @Test
  void staleHeaderRefusesTheLinesToo() {
    KitTenant shop = shop();
    shop.commit(set -> set.document(order("O1", 0)).line(newLine("O1", 1, "qty", dec("1"))));
    shop.commit(set -> set.document(order("O1", 1)));
    assertThat(
            refusal(
                shop,
                () ->
                    shop.attempt(
                        set ->
                            set.line(changedLine("O1", 1, "qty", dec("9")))
                                .line(newLine("O1", 2))
                                .document(order("O1", 1)))))
        .isInstanceOf(ChangeRefusedException.class);
  }

  @Test
  void documentMayHaveTheLastLineNumberAndManyLines() {
    KitTenant shop = shop();
    shop.commit(
        set -> {
          set.document(order("O1", 0));
          for (int no = 1; no <= 1_999; no++) {
            set.line(newLine("O1", no, "sku", "S" + no % 7));
          }
          set.line(newLine("O1", LineType.MAX_LINES, "sku", "last"));
        });
    assertThat(shop.lines("O1"))
        .extracting(LineRow::lineNo)
        .containsExactlyElementsOf(
            IntStream.concat(IntStream.rangeClosed(1, 1_999), IntStream.of(LineType.MAX_LINES))
                .boxed()
                .toList());
    assertThat(shop.document(KitTypes.ORDER, "O1").map(DocumentRow::version)).contains(1L);
  }

  private static List<String> places(KitTenant shop, List<String> keys, int from, int to) {
    return shop.rows(view -> view.lines("kit_order", keys, from, to)).stream()
        .map(line -> line.documentKey() + "/" + line.lineNo())
        .toList();
  }
}
