package io.jxc.core.internal.approval;

import io.jxc.api.Actor;
import io.jxc.api.approval.ApprovalService;
import io.jxc.core.internal.command.Reads;
import io.jxc.core.internal.command.Road;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** Gives sessions their approvals; knows the document types that can ask for one. */
@Singleton
public final class Approvals {
  private final ApprovalTargets targets;
  private final ApprovalCommands commands;

  @Inject
  Approvals(Set<ApprovalTarget> targets) {
    this.targets = new ApprovalTargets(targets);
    this.commands = ApprovalCommands.of(this.targets);
  }

  /** Returns the approvals of an actor, writing along a road. */
  public ApprovalService of(Actor actor, Road road, Reads reads) {
    return new DefaultApprovalService(actor, road, reads, targets, commands);
  }
}
