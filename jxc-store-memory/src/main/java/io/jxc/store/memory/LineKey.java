package io.jxc.store.memory;

import io.jxc.spi.store.Names;

/**
 * The key of a line: its document's key in byte order, then its number.
 *
 * @param documentKey key of the document
 * @param lineNo number of the line
 */
record LineKey(String documentKey, int lineNo) implements Comparable<LineKey> {
  @Override
  public int compareTo(LineKey other) {
    int order = Names.compareUtf8(documentKey, other.documentKey);
    return order != 0 ? order : Integer.compare(lineNo, other.lineNo);
  }

  @Override
  public String toString() {
    return documentKey + "/" + lineNo;
  }
}
