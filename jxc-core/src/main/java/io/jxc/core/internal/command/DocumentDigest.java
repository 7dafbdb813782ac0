package io.jxc.core.internal.command;

import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.DocumentChange;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

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
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Line line : lines) {
        Bytes row = Chain.rowDigest(type, key + "#" + line.number(), line.content());
        sha.update(row.unsafeArray());
      }
      return Bytes.wrap(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
