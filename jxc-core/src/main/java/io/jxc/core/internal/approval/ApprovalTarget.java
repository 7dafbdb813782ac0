package io.jxc.core.internal.approval;

import io.jxc.api.access.Permissions;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.View;

/**
 * A type of documents that can ask for approval. Each feature that has one adds it to the {@code
 * Multibinder} of this interface. All methods are pure: they read and write through the changes.
 */
public interface ApprovalTarget {
  /** Returns the type, one of {@link io.jxc.api.approval.ApprovableTypes}. */
  String documentType();

  /** Returns what deciding about these documents needs besides {@code approval.decide}. */
  default String approvePermission() {
    return Permissions.APPROVAL_DECIDE;
  }

  /** Tells whether the amount of such a document is a cost price, to be masked. */
  default boolean amountIsCost() {
    return false;
  }

  /** Says that a document will be gone on with, so that it comes with the next miss. */
  default void want(View view, String documentId) {}

  /** Goes on with a document whose last step was approved. */
  void approved(Changes changes, Context context, String documentId);

  /** Makes a document a draft again: it was rejected, or its submission withdrawn. */
  void rejected(Changes changes, Context context, String documentId, String reason);
}
