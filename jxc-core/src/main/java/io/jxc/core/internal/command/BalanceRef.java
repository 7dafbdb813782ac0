package io.jxc.core.internal.command;

import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceType;

/**
 * Names a balance.
 *
 * @param type name of its declaration
 * @param key its dimensions
 */
record BalanceRef(String type, BalanceKey key) {
  static BalanceRef of(BalanceType type, BalanceKey key) {
    return new BalanceRef(type.name(), key);
  }

  // by hand for the sake of speed: every look at a row hashes and compares one, see RowCache

  @Override
  public boolean equals(Object other) {
    return other instanceof BalanceRef that && key.equals(that.key) && type.equals(that.type);
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + key.hashCode();
  }
}
