package io.jxc.spi.store;

import java.util.Optional;

/**
 * A document put whole, or deleted.
 *
 * @param type name of the declared type
 * @param key its key, 1 to 400 bytes
 * @param expectedVersion version it must have; 0 = it must be absent
 * @param content the new content; absent = delete
 */
public record DocumentChange(
    String type, String key, long expectedVersion, Optional<Content> content) {

  /**
   * The new content of a document or a line.
   *
   * @param format number of the body's format
   * @param attributes values of the declared attributes
   * @param body encoded content, at most 1 MB
   */
  public record Content(int format, AttributeValues attributes, Bytes body) {
    /** Checks the size of the body. */
    public Content {
      if (body.size() > Names.BODY_BYTES) {
        throw new IllegalArgumentException("a body takes 1 MB, found " + body.size() + " bytes");
      }
    }
  }

  /** Checks key and version. */
  public DocumentChange {
    Names.requireKey("document key", key);
    if (key.isEmpty() || expectedVersion < 0 || (expectedVersion == 0 && content.isEmpty())) {
      throw new IllegalArgumentException(
          type + ": a key and a stored version to delete are needed");
    }
  }

  /** Tells whether the document is new. */
  public boolean isInsert() {
    return expectedVersion == 0;
  }

  /** Tells whether the document goes away, with its lines and index rows told separately. */
  public boolean isDelete() {
    return content.isEmpty();
  }
}
