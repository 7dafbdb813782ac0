/**
 * The storage SPI: what a host implements to bring its own database.
 *
 * <ul>
 *   <li>{@link io.jxc.spi.store.JxcStore} shows snapshots and applies one {@link
 *       io.jxc.spi.store.ChangeSet} atomically; {@link io.jxc.spi.store.StoreView} reads.
 *   <li>{@link io.jxc.spi.store.DocumentType}, {@link io.jxc.spi.store.BalanceType} and {@link
 *       io.jxc.spi.store.JournalType} declare the three stored shapes.
 *   <li>{@link io.jxc.spi.store.Chain} computes the digests and hashes of blocks.
 *   <li>A new store passes {@code io.jxc.tck} (the test-jar of this module).
 * </ul>
 */
@NullMarked
package io.jxc.spi.store;

import org.jspecify.annotations.NullMarked;
