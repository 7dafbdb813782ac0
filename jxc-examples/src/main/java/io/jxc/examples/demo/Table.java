package io.jxc.examples.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Prints rows in aligned columns; columns of numbers stand to the right. */
final class Table {
  private static final String GAP = "  ";

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... header) {
    this.header = List.of(header);
  }

  Table row(Object... cells) {
    if (cells.length != header.size()) {
      throw new IllegalArgumentException(header.size() + " cells expected, found " + cells.length);
    }
    rows.add(Arrays.stream(cells).map(Object::toString).toList());
    return this;
  }

  void print(PrintWriter out, String title) {
    int[] widths = IntStream.range(0, header.size()).map(this::width).toArray();
    out.println();
    out.println(title);
    out.println(rule(widths));
    out.println(line(header, widths));
    out.println(rule(widths));
    rows.forEach(row -> out.println(line(row, widths)));
  }

  private int width(int column) {
    int widest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    return Math.max(widest, header.get(column).length());
  }

  private boolean numeric(int column) {
    return rows.stream().allMatch(row -> row.get(column).matches("[-+]?[0-9.]*%?"));
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      String blanks = " ".repeat(widths[i] - cell.length());
      text.append(i == 0 ? "" : GAP).append(numeric(i) ? blanks + cell : cell + blanks);
    }
    return text.toString().stripTrailing();
  }

  private static String rule(int[] widths) {
    List<String> parts = Arrays.stream(widths).mapToObj("-"::repeat).toList();
    return String.join(GAP, parts);
  }
}
