package io.jxc.core.internal.audit;

import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.Scope;
import io.jxc.api.audit.AuditOutcome;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.audit.AuditRecord;
import io.jxc.api.audit.ObjectRef;
import io.jxc.core.internal.command.Reads;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Answers queries of the log as one actor may see it. */
final class AuditSearch {
  /** Entries read at most for a page that finds few. */
  private static final int MAX_READ = 5_000;

  private final Reads.Snapshot snapshot;
  private final boolean seesCosts;
  private final Optional<String> onlyActor;

  AuditSearch(Reads.Snapshot snapshot) {
    this.snapshot = snapshot;
    this.seesCosts = snapshot.rights().has(Permissions.COST_VIEW);
    boolean all =
        snapshot.rights().scope(Permissions.AUDIT_VIEW).filter(s -> s == Scope.ALL).isPresent();
    this.onlyActor = all ? Optional.empty() : Optional.of(snapshot.rights().user());
  }

  Page<AuditRecord> search(AuditQuery query, PageRequest page) {
    Optional<String> actor = onlyActor.isPresent() ? onlyActor : query.actor();
    if (!actor.equals(query.actor()) && query.actor().isPresent()) {
      return new Page<>(List.of(), Optional.empty());
    }
    return query.object().isPresent()
        ? byObject(query, actor, page)
        : byColumns(query, actor, page);
  }

  Page<AuditRecord> history(ObjectRef object, PageRequest page) {
    AuditQuery happened = AuditQuery.all().outcome(AuditOutcome.OK);
    return marks(object(object), happened, onlyActor, page);
  }

  private Page<AuditRecord> byObject(AuditQuery query, Optional<String> actor, PageRequest page) {
    return marks(object(query.object().orElseThrow()).descending(), query, actor, page);
  }

  private static ListQuery.Builder object(ObjectRef ref) {
    return ListQuery.of(Source.JOURNAL, AuditTypes.OBJECT.name(), "by_object")
        .equal(ref.type() + ":" + ref.key());
  }

  /** Follows marks; the other filters apply to the entries they lead to, so pages may be short. */
  private Page<AuditRecord> marks(
      ListQuery.Builder listing, AuditQuery query, Optional<String> actor, PageRequest page) {
    ObjectHistory history = new ObjectHistory(snapshot.view());
    Page<JournalRow> entries =
        snapshot.page(
            listing.from(query.from()).to(query.to()),
            page,
            row -> history.entry((JournalRow) row));
    List<AuditRecord> matching =
        entries.items().stream()
            .map(row -> AuditViews.of(row, seesCosts))
            .filter(found -> actor.isEmpty() || actor.get().equals(found.actor()))
            .filter(found -> matches(query, found))
            .toList();
    return new Page<>(matching, entries.next());
  }

  private static boolean matches(AuditQuery query, AuditRecord found) {
    return query.action().filter(action -> !action.equals(found.action())).isEmpty()
        && query.outcome().filter(outcome -> outcome != found.outcome()).isEmpty();
  }

  private Page<AuditRecord> byColumns(AuditQuery query, Optional<String> actor, PageRequest page) {
    ListQuery.Builder listing;
    if (actor.isPresent()) {
      listing = audit("by_actor").equal(actor.get());
      query.action().ifPresent(action -> listing.filter(Filter.eq("action", action)));
    } else if (query.action().isPresent()) {
      listing = audit("by_action").equal(query.action().get());
    } else {
      listing = audit("by_time");
    }
    query
        .outcome()
        .ifPresent(
            outcome ->
                listing.filter(Filter.eq("outcome", outcome.name().toLowerCase(Locale.ROOT))));
    listing.from(query.from()).to(query.to()).descending().maxRead(MAX_READ);
    return snapshot.page(listing, page, row -> AuditViews.of((JournalRow) row, seesCosts));
  }

  private static ListQuery.Builder audit(String listing) {
    return ListQuery.of(Source.JOURNAL, AuditTypes.AUDIT.name(), listing);
  }
}
