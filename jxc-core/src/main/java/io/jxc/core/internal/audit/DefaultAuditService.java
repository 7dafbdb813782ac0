package io.jxc.core.internal.audit;

import io.jxc.api.Actor;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.audit.Anchor;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.audit.AuditRecord;
import io.jxc.api.audit.AuditService;
import io.jxc.api.audit.ChainReport;
import io.jxc.api.audit.ObjectRef;
import io.jxc.core.internal.command.Reads;
import io.jxc.spi.store.Head;
import java.util.Optional;

/** The log as one actor sees it. */
public final class DefaultAuditService implements AuditService {
  private final Actor actor;
  private final Reads reads;
  private final ChainVerifier verifier;

  /** Creates the service of an actor. */
  public DefaultAuditService(Actor actor, Reads reads, ChainVerifier verifier) {
    this.actor = actor;
    this.reads = reads;
    this.verifier = verifier;
  }

  @Override
  public Page<AuditRecord> search(AuditQuery query, PageRequest page) {
    return reads.with(
        actor, Permissions.AUDIT_VIEW, snapshot -> new AuditSearch(snapshot).search(query, page));
  }

  @Override
  public Page<AuditRecord> history(ObjectRef object, PageRequest page) {
    return reads.with(
        actor, Permissions.AUDIT_VIEW, snapshot -> new AuditSearch(snapshot).history(object, page));
  }

  @Override
  public Anchor anchor() {
    Head head = reads.with(actor, Permissions.AUDIT_VERIFY, snapshot -> snapshot.view().head());
    return new Anchor(head.sequence(), head.blockHash().hex());
  }

  @Override
  public ChainReport verify() {
    return verify(Optional.empty());
  }

  @Override
  public ChainReport verify(Anchor anchor) {
    return verify(Optional.of(anchor));
  }

  /** The permission is checked in a snapshot of its own: a proof outlives the life of one. */
  private ChainReport verify(Optional<Anchor> anchor) {
    reads.with(actor, Permissions.AUDIT_VERIFY, snapshot -> snapshot.view().head());
    return verifier.verify(actor.tenant(), anchor);
  }
}
