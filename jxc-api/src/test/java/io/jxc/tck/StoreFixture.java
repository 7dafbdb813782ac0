package io.jxc.tck;

import io.jxc.spi.store.JxcStore;

/**
 * What a store author hands to the kit: a fresh, empty store, registered with {@link
 * KitTypes#SCHEMA}. The kit opens one for each test and closes it afterwards.
 */
public interface StoreFixture extends AutoCloseable {
  /** Returns the store under test, the same one at every call. */
  JxcStore store();

  /**
   * Changes stored data behind the store's back, as somebody with access to the medium would: by
   * SQL, or in the store's own collections; nothing of it goes through {@link JxcStore#commit}.
   * What the store caches is dropped with it. The change is durable when this returns.
   *
   * @param what the damage to do
   */
  void tamper(Tampering what);

  /** Closes the store, unless the test did, and removes its data. */
  @Override
  void close();
}
