/**
 * Measures JXC on the reader's own database, side by side with the same work written by hand.
 *
 * <ul>
 *   <li>{@link io.jxc.examples.bench.BenchCommand} is the command line; {@code BenchCase} what can
 *       be measured, {@code Settings} how, {@code Report} the line at the end.
 *   <li>{@code Comparison} runs both sides in turn, {@code TwoNodes} with two processes each
 *       ({@link io.jxc.examples.bench.NodeCommand}); {@code MixedBulk}, {@code Growth} and {@code
 *       InsertLimit} measure JXC alone; {@code Load} is the callers of one run.
 *   <li>{@code JxcSide} and {@code NaiveSide} are the two sides, {@link
 *       io.jxc.examples.bench.naive} the hand-written one itself; {@code Books} proves both.
 * </ul>
 */
@NullMarked
package io.jxc.examples.bench;

import org.jspecify.annotations.NullMarked;
