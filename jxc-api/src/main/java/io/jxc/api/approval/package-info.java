/**
 * Approvals: flows of steps by amount, requests that documents open, decisions by role.
 *
 * <p>{@link io.jxc.api.approval.ApprovalService} is the door; documents open requests themselves
 * when they are submitted.
 */
@NullMarked
package io.jxc.api.approval;

import org.jspecify.annotations.NullMarked;
