package io.jxc.store.memory;

/** Where the versions of the row with one key begin. */
final class Slot<K, V> {
  private final K key;
  private volatile Version<V> newest;

  Slot(K key, Version<V> first) {
    this.key = key;
    this.newest = first;
  }

  K key() {
    return key;
  }

  /** The newest version, committed or being written. */
  Version<V> newest() {
    return newest;
  }

  /** Puts a version before all others; for the writer. */
  void put(Version<V> next) {
    newest = next;
  }
}
