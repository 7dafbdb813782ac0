/**
 * The log of who did what.
 *
 * <ul>
 *   <li>{@link io.jxc.core.internal.audit.AuditTypes} declares its journals.
 *   <li>{@link io.jxc.core.internal.audit.AuditWriter} writes one entry for every committed command
 *       and every refusal; the road of a write calls it, so nothing can go round it.
 *   <li>{@link io.jxc.core.internal.audit.AuditSearch} answers queries of it.
 *   <li>{@link io.jxc.core.internal.audit.ChainVerifier} proves every block, every entry and the
 *       documents that entries describe.
 * </ul>
 */
@NullMarked
package io.jxc.core.internal.audit;

import org.jspecify.annotations.NullMarked;
