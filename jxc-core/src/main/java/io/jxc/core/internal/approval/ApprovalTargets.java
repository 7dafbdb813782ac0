package io.jxc.core.internal.approval;

import io.jxc.core.internal.command.View;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The document types that can ask for approval, by their names. */
final class ApprovalTargets {
  private final TreeMap<String, ApprovalTarget> targets = new TreeMap<>();

  ApprovalTargets(Set<ApprovalTarget> all) {
    all.forEach(target -> targets.put(target.documentType(), target));
  }

  Set<String> types() {
    return targets.keySet();
  }

  /** Says that a document will be gone on with, if it is one of ours. */
  void want(View view, String documentType, String documentId) {
    Optional.ofNullable(targets.get(documentType)).ifPresent(type -> type.want(view, documentId));
  }

  ApprovalTarget of(String documentType) {
    ApprovalTarget target = targets.get(documentType);
    if (target == null) {
      throw new IllegalStateException("no feature has documents of type " + documentType);
    }
    return target;
  }
}
