/**
 * Placing orders and reserving stock as a good developer writes them by hand: the baseline of the
 * bench.
 *
 * <ul>
 *   <li>{@link io.jxc.examples.bench.naive.NaiveShop} has the two transactions.
 *   <li>{@link io.jxc.examples.bench.naive.NaiveDatabase} opens the pool, retries what the database
 *       gave up, and syncs where that is asked for.
 *   <li>{@link io.jxc.examples.bench.naive.NaiveNumbers} gives numbers by the block.
 *   <li>{@link io.jxc.examples.bench.naive.NaiveDocuments} is what stands in the bodies.
 * </ul>
 */
@NullMarked
package io.jxc.examples.bench.naive;

import org.jspecify.annotations.NullMarked;
