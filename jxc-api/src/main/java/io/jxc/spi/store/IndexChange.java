package io.jxc.spi.store;

/**
 * An index row that appears or goes away.
 *
 * @param type name of the declared document type
 * @param index name of the index
 * @param value the indexed value, 1 to 400 bytes
 * @param key key of the document it leads to
 * @param insert true = appears, false = goes away
 */
public record IndexChange(String type, String index, String value, String key, boolean insert) {
  /** Checks the value. */
  public IndexChange {
    Names.requireKey("index value", value);
    if (value.isEmpty()) {
      throw new IllegalArgumentException(type + "." + index + ": an index value is not empty");
    }
  }
}
