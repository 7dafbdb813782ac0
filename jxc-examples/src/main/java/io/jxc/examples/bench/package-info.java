/**
 * Measures JXC on the reader's own database, side by side with the same work written by hand.
 *
 * <ul>
 *   <li>{@link io.jxc.examples.bench.BenchCommand} is the command line, {@link
 *       io.jxc.examples.bench.BenchCase} what can be measured.
 *   <li>{@link io.jxc.examples.bench.Comparison} runs both sides in turn; {@link
 *       io.jxc.examples.bench.Load} is the callers of one run.
 *   <li>{@link io.jxc.examples.bench.JxcSide} and {@link io.jxc.examples.bench.NaiveSide} are the
 *       two sides, {@link io.jxc.examples.bench.naive} the hand-written one itself.
 *   <li>{@link io.jxc.examples.bench.Report} is the line at the end.
 * </ul>
 */
@NullMarked
package io.jxc.examples.bench;

import org.jspecify.annotations.NullMarked;
