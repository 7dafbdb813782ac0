package io.jxc.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What cannot be read or traded is told in a sentence, and harms nothing that was traded before.
 */
class ReplayBadInputTest {
  private static final String GOOD =
      RetailData.csv(RetailData.generate(7, 1, 10)).substring(RetailData.HEADER.length() + 1);
  private static final int MIB = 1 << 20;

  @TempDir private Path folder;

  @Test
  void missingFileIsTold() {
    assertRefused(Replays.run(folder.resolve("none.csv"), "memory"), "there is no such file");
  }

  @Test
  void truncatedGzipIsToldWithTheLastLineThatCouldBeRead() throws IOException {
    byte[] whole = gzip(RetailData.csv(RetailData.generate(7, 1, 400)));
    Path file = folder.resolve("cut.csv.gz");
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertRefused(Replays.run(file, "memory"), "cannot be read after line ");
  }

  @Test
  void gzipThatEndsInItsHeaderIsTold() throws IOException {
    Path file = folder.resolve("cut.csv.gz");
    Files.write(file, Arrays.copyOf(gzip(GOOD), 5));
    assertRefused(Replays.run(file, "memory"), "cannot be read: it ends too early");
  }

  @Test
  void corruptGzipIsTold() throws IOException {
    byte[] bytes = gzip(RetailData.csv(RetailData.generate(7, 1, 400)));
    for (int i = bytes.length / 2; i < bytes.length / 2 + 20; i++) {
      bytes[i] ^= 0x55;
    }
    Path file = folder.resolve("corrupt.csv.gz");
    Files.write(file, bytes);
    assertRefused(Replays.run(file, "memory"), "cannot be read");
  }

  @Test
  void plainTextUnderTheNameOfAGzipIsTold() {
    Path file = Replays.file(folder, "plain.csv.gz", RetailData.HEADER + "\n" + GOOD);
    assertRefused(Replays.run(file, "memory"), "cannot be read: Not in GZIP format");
  }

  @Test
  void fileThatIsNoTextIsTold() throws IOException {
    Path file = folder.resolve("picture.csv");
    Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', (byte) 0xff});
    assertRefused(Replays.run(file, "memory"), "cannot be read: it is not UTF-8 text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "Invoice;Code;Price\n1;2;3\n", "{\"InvoiceNo\": 536365}\n"})
  void fileWithoutTheColumnsIsTold(String content) {
    Path file = Replays.file(folder, "other.csv", content);
    assertRefused(Replays.run(file, "memory"), "expected the columns [InvoiceNo, StockCode");
  }

  @Test
  void quoteThatIsNeverClosedIsTold() {
    Path file =
        Replays.file(folder, "open.csv", RetailData.HEADER + "\n" + GOOD + "1,2,\"open,1\n");
    assertRefused(Replays.run(file, "memory"), "cannot be read after line ");
  }

  @Test
  void headerWithoutLinesIsTradedToNothing() {
    Path file = Replays.file(folder, "empty.csv", "\uFEFF" + RetailData.HEADER + "\n");
    assertThat(Replays.run(file, "memory").figures())
        .containsEntry("orders", 0)
        .containsEntry("revenue", "0")
        .containsEntry("cogs", "0.00")
        .containsEntry("verify", "ok");
  }

  @ParameterizedTest
  @CsvSource({"false, .csv", "true, .csv", "false, .csv.gz"})
  void fieldOf64MegabytesIsRefusedInASmallHeap(boolean quoted, String ending) throws Exception {
    Path file = folder.resolve("endless" + ending);
    try (OutputStream bytes = Files.newOutputStream(file);
        OutputStream out = ending.endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes) {
      out.write((RetailData.HEADER + "\n" + GOOD).getBytes(StandardCharsets.UTF_8));
      out.write(("999999,22423," + (quoted ? "\"" : "")).getBytes(StandardCharsets.UTF_8));
      byte[] much = new byte[MIB];
      Arrays.fill(much, (byte) 'x');
      for (int i = 0; i < 64; i++) {
        out.write(much);
      }
      out.write((quoted ? "\"" : "").getBytes(StandardCharsets.UTF_8));
      out.write(",1,2010-12-01 08:26:00,2.55,17850,France\n".getBytes(StandardCharsets.UTF_8));
    }
    Replays.Run run = Replays.fork(0, List.of("-Xmx32m"), file, "memory");
    assertRefused(run, "cannot be read after line ");
    assertThat(run.err()).contains("maximum buffer size");
  }

  @Test
  void malformedLinesGoToTheRejectsWithTheirPlaceAndTheReason() throws IOException {
    List<String> bad =
        List.of(
            "999001,22423,too few",
            "999002,22423,\"WET, COLD\",one,2010-12-01 08:26:00,2.55,,France",
            "999003,22423,MUG,0,2010-12-01 08:26:00,2.55,,France",
            "999004,22423,MUG,1,2010-02-31 08:26:00,2.55,,France",
            "999005,22423,MUG,1,01/12/2010,2.55,,France",
            "999006,22423,MUG,1,2010-12-01 08:26:00,1E+999999999,,France",
            "999007,22423,MUG,1,2010-12-01 08:26:00,-2.55,,France",
            "999008," + "x".repeat(65) + ",MUG,1,2010-12-01 08:26:00,2.55,,France",
            "999 009,22423,MUG,1,2010-12-01 08:26:00,2.55,,France",
            ",22423,MUG,1,2010-12-01 08:26:00,2.55,,France",
            "C999011,22423,MUG,1,2010-12-01 08:26:00,2.55,,France",
            "999012,POST,POSTAGE,-1,2010-12-01 08:26:00,2.55,,France",
            "999013,22423,MUG,1,2010-12-01 08:26:00,2.55,@x,France",
            "999014,22423," + "x".repeat(70_000) + ",1,2010-12-01 08:26:00,2.55,,France");
    Path good = Replays.file(folder, "good.csv", RetailData.HEADER + "\n" + GOOD);
    Path mixed =
        Replays.file(
            folder, "bad.csv", RetailData.HEADER + "\n" + String.join("\n", bad) + "\n" + GOOD);

    Replays.Run run = Replays.run(mixed, "memory");

    assertThat(run.err()).contains(bad.size() + " lines were rejected, see ");
    List<String> rejects = Files.readAllLines(folder.resolve("rejects.csv"));
    assertThat(rejects).hasSize(bad.size() + 1).startsWith("file,line,reason");
    assertThat(rejects.subList(1, rejects.size())).allMatch(row -> row.matches("bad.csv,\\d+,.+"));
    assertThat(rejects.get(1)).isEqualTo("bad.csv,2,\"expected 8 fields, found 3\"");
    assertThat(rejects.get(2)).startsWith("bad.csv,3,").contains("'one'");
    assertThat(rejects.get(10)).isEqualTo("bad.csv,11,InvoiceNo is missing");
    assertThat(run.figures()).isEqualTo(Replays.run(good, "memory").figures());
  }

  @Test
  void textsLongerThanTheLibraryTakesAreCut() {
    String name = "n".repeat(198) + "𠮷𠮷𠮷" + "\t" + "n".repeat(800);
    String code = "码".repeat(21);
    Path file =
        Replays.file(
            folder,
            "long.csv",
            RetailData.HEADER
                + ("\n1," + code + "," + name + ",1,2010-12-01 08:26:00,2.55," + code + ",France")
                + ("\n2," + code + "," + name + ",-1,2010-12-01 09:26:00,0,,France\n"));
    assertThat(Replays.run(file, "memory").figures())
        .containsEntry("orders", 1)
        .containsEntry("writeOffs", 1)
        .containsEntry("verify", "ok");
  }

  @Test
  void invoiceThatRunsOnIntoTheNextMonthBelongsToTheFirst() {
    Path file =
        Replays.file(
            folder,
            "midnight.csv",
            RetailData.HEADER
                + "\n1,22423,MUG,3,2010-12-31 23:59:00,2.55,,France"
                + "\n1,22424,CUP,4,2011-01-01 00:00:00,2.55,,France\n");
    assertThat(Replays.run(file, "memory").figures())
        .containsEntry("orders", 1)
        .containsEntry("soldUnits", 7)
        .containsEntry("purchasedUnits", 7)
        .containsEntry("verify", "ok");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tape:1",
        "h2:",
        "h2:FILE",
        "jdbc:nonsense:x",
        "jdbc:mysql://127.0.0.1:1/shop",
        "jdbc:mysql://"
      })
  void storeThatCannotBeOpenedIsTold(String store) {
    Path file = Replays.file(folder, "good.csv", RetailData.HEADER + "\n" + GOOD);
    assertRefused(Replays.run(file, store.replace("FILE", file.toString())), "");
  }

  @Test
  void whatWasTradedBeforeStaysAsItWas() throws IOException {
    Path good = Replays.file(folder, "good.csv", RetailData.HEADER + "\n" + GOOD);
    String store = "h2:" + folder.resolve("shop");
    Map<String, Object> before = Replays.run(good, store).figures();

    Path broken = folder.resolve("broken.csv.gz");
    byte[] whole = gzip(RetailData.csv(RetailData.generate(8, 1, 400)));
    Files.write(broken, Arrays.copyOf(whole, whole.length - 9));
    assertRefused(Replays.run(broken, store), "cannot be read after line ");

    assertThat(Replays.run(good, store).figures()).isEqualTo(before);
  }

  @Test
  void amountThatIsTooLargeToKeepStopsTheRunBetweenCommands() {
    String huge = "999999,22423,MUG,999999999999,2011-02-01 08:26:00,9999999999999999,,France\n";
    Path bad = Replays.file(folder, "bad.csv", RetailData.HEADER + "\n" + GOOD + huge);
    Path good = Replays.file(folder, "good.csv", RetailData.HEADER + "\n" + GOOD);
    String store = "h2:" + folder.resolve("shop");

    assertRefused(Replays.run(bad, store), "");

    assertThat(Replays.run(good, store).figures()).containsEntry("verify", "ok");
  }

  private static void assertRefused(Replays.Run run, String reason) {
    assertThat(run.exit()).as(run.out()).isBetween(1, 2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isNotBlank().contains(reason).doesNotContain("\tat ", "Exception");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
