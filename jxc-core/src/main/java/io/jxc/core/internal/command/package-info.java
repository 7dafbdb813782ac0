/**
 * The road of a write: the same for every command of every feature.
 *
 * <pre>
 * service method
 *   → Road.execute(type, command)         interceptors, content hash (caller's thread)
 *   → Lane of the tenant                   the first waiting caller leads a batch
 *   → Batch                                for each command: replay? → authorise → rule → audit → merge
 *       WorkingSet                         what was read and what the batch has changed so far;
 *                                          misses of all commands are fetched together, then decided again
 *       Traces                             bodies, digests and log entries, written beside the rules by free cores
 *   → Decider                              decides a Flight on what the lane remembers, ahead of its turn
 *                                          while the one before is with the store
 *   → Committer                            one ChangeSet; a moved head is decided once more under the lock;
 *                                          a refused batch is split until the culprit is alone
 *   → results to the callers, in order
 * </pre>
 *
 * <p><b>How a feature joins.</b> It declares its stored types ({@link
 * io.jxc.core.internal.codec.DocType}, {@link io.jxc.core.internal.codec.JournalOf}, {@link
 * io.jxc.spi.store.BalanceType}) in a {@code XxxTypes} class and binds them as {@link
 * io.jxc.core.internal.command.FeatureTypes} in its Guice module; it writes its rules as {@link
 * io.jxc.core.internal.command.Rule}s and names each as a {@link
 * io.jxc.core.internal.command.CommandType}; its service calls {@link
 * io.jxc.core.internal.command.Road#execute} for writes and {@link
 * io.jxc.core.internal.command.Reads} for reads. {@code inventory.receive} is the model.
 *
 * <p><b>Inside a rule.</b> {@link io.jxc.core.internal.command.View} reads, {@link
 * io.jxc.core.internal.command.Changes} (itself a view that sees its own changes) collects, {@link
 * io.jxc.core.internal.command.Context} tells actor, rights, time, settings and draws ids. A read
 * of something not fetched yet throws {@link io.jxc.core.internal.command.Miss}; the rule is run
 * again when it is there, so a rule reads in bulk ({@code getAll}, {@code want}) to need few
 * rounds: at most 8. It has no clock, no I/O and no state.
 */
@NullMarked
package io.jxc.core.internal.command;

import org.jspecify.annotations.NullMarked;
