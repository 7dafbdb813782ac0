package io.jxc.core.internal.approval;

import io.jxc.api.Actor;
import io.jxc.api.Codes;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.Scope;
import io.jxc.api.approval.Approval;
import io.jxc.api.approval.ApprovalFlow;
import io.jxc.api.approval.ApprovalFlowResult;
import io.jxc.api.approval.ApprovalHistoryQuery;
import io.jxc.api.approval.ApprovalResult;
import io.jxc.api.approval.ApprovalService;
import io.jxc.api.approval.Approve;
import io.jxc.api.approval.DefineApprovalFlow;
import io.jxc.api.approval.Reject;
import io.jxc.api.approval.Withdraw;
import io.jxc.api.error.NotFoundException;
import io.jxc.core.internal.access.Rights;
import io.jxc.core.internal.command.Reads;
import io.jxc.core.internal.command.Reads.Snapshot;
import io.jxc.core.internal.command.Road;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Approvals for one actor. */
final class DefaultApprovalService implements ApprovalService {
  private final Actor actor;
  private final Road road;
  private final Reads reads;
  private final ApprovalTargets targets;
  private final ApprovalCommands commands;

  DefaultApprovalService(
      Actor actor, Road road, Reads reads, ApprovalTargets targets, ApprovalCommands commands) {
    this.actor = actor;
    this.road = road;
    this.reads = reads;
    this.targets = targets;
    this.commands = commands;
  }

  @Override
  public ApprovalFlowResult defineFlow(DefineApprovalFlow command) {
    return road.execute(actor, commands.defineFlow(), command);
  }

  @Override
  public ApprovalResult approve(Approve command) {
    return road.execute(actor, commands.approve(), command);
  }

  @Override
  public ApprovalResult reject(Reject command) {
    return road.execute(actor, commands.reject(), command);
  }

  @Override
  public ApprovalResult withdraw(Withdraw command) {
    return road.execute(actor, commands.withdraw(), command);
  }

  @Override
  public List<ApprovalFlow> flows() {
    return read(
        (snapshot, views) ->
            snapshot.getAll(ApprovalTypes.FLOW, targets.types()).values().stream()
                .map(views::flow)
                .toList());
  }

  @Override
  public Page<Approval> todo(PageRequest page) {
    return read((snapshot, views) -> Todo.page(snapshot, page, views));
  }

  @Override
  public Page<Approval> history(ApprovalHistoryQuery query, PageRequest page) {
    return read(
        (snapshot, views) -> {
          ListQuery.Builder list =
              ListQuery.of(
                      Source.DOCUMENTS, ApprovalTypes.REQUEST.name(), ApprovalTypes.OF_DOCUMENT)
                  .equal(query.documentType())
                  .equal(query.documentId())
                  .descending();
          if (!seesAll(snapshot.rights())) {
            list.filter(Filter.eq("creator", actor.user()));
          }
          return snapshot.page(list, page, views::approval);
        });
  }

  private static boolean seesAll(Rights rights) {
    return rights.scope(Permissions.APPROVAL_VIEW).equals(Optional.of(Scope.ALL));
  }

  @Override
  public Approval get(String approvalId) {
    return read(
        (snapshot, views) ->
            Codes.normalise(approvalId)
                .flatMap(id -> snapshot.get(ApprovalTypes.REQUEST, id))
                .filter(
                    stored ->
                        snapshot.rights().sees(Permissions.APPROVAL_VIEW, stored.value().creator()))
                .map(views::approval)
                .orElseThrow(() -> NotFoundException.of("approval", approvalId)));
  }

  private <R> R read(BiFunction<Snapshot, ApprovalViews, R> query) {
    return reads.with(
        actor,
        Permissions.APPROVAL_VIEW,
        snapshot ->
            query.apply(
                snapshot,
                new ApprovalViews(targets, snapshot.settings().currency(), snapshot.rights())));
  }
}
