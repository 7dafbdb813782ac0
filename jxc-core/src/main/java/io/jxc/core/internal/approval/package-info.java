/**
 * Approval flows, requests and decisions.
 *
 * <ul>
 *   <li>{@link io.jxc.core.internal.approval.ApprovalRules} opens and voids requests; documents
 *       call it from their own rules.
 *   <li>{@link io.jxc.core.internal.approval.ApprovalDecisions} decides steps and tells the
 *       document through its {@link io.jxc.core.internal.approval.ApprovalTarget}.
 * </ul>
 */
@NullMarked
package io.jxc.core.internal.approval;

import org.jspecify.annotations.NullMarked;
