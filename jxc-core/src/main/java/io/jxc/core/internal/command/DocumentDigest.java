package io.jxc.core.internal.command;

import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.DocumentChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The digest of a document's lines, as audit entries carry it beside the header's. */
public final class DocumentDigest {
  /**
   * A line's stored form.
   *
   * @param number its number
   * @param content its content
   */
  public record Line(int number, DocumentChange.Content content) {}

  private DocumentDigest() {}

  /** Returns the digest over all lines, in order of their numbers. */
  public static Bytes ofLines(String type, String key, List<Line> lines) {
    Map<String, DocumentChange.Content> rows = new LinkedHashMap<>();
    lines.forEach(line -> rows.put(key + "#" + line.number(), line.content()));
    return Chain.rowsDigest(type, rows);
  }
}
