package io.jxc.core.internal.command;

import io.jxc.core.internal.codec.DocType;

/**
 * Names a document.
 *
 * @param type its binding; there is one instance per type
 * @param key its key
 */
record DocKey(DocType<?> type, String key) {
  // by hand for the sake of speed: every look at a row hashes and compares one, see RowCache

  @Override
  public boolean equals(Object other) {
    return other instanceof DocKey that && type.equals(that.type) && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + key.hashCode();
  }
}
