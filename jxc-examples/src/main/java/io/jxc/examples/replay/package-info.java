/**
 * Trades a year of real invoices through the public API.
 *
 * <ul>
 *   <li>{@link io.jxc.examples.replay.ReplayCommand} is the command line.
 *   <li>{@link io.jxc.examples.replay.RetailReader} reads the lines; {@link
 *       io.jxc.examples.replay.Rejects} keeps those that are malformed.
 *   <li>{@link io.jxc.examples.replay.TradePlan} sorts them into months and invoices.
 *   <li>{@link io.jxc.examples.replay.Trader} trades them; {@link io.jxc.examples.replay.Figures}
 *       reads the result from the store.
 * </ul>
 */
@NullMarked
package io.jxc.examples.replay;

import org.jspecify.annotations.NullMarked;
