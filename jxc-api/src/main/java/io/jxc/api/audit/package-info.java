/**
 * Who did what, when, with which outcome; and the proof that nobody changed it.
 *
 * <ul>
 *   <li>{@link io.jxc.api.audit.AuditService} searches the log and proves its chain.
 *   <li>{@link io.jxc.api.audit.AuditRecord} is one entry, with the fields a command changed.
 *   <li>{@link io.jxc.api.audit.Anchor} names the end of the chain, to be kept elsewhere.
 * </ul>
 */
@NullMarked
package io.jxc.api.audit;

import org.jspecify.annotations.NullMarked;
