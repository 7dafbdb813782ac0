package io.jxc.core.internal.approval;

import io.jxc.api.Cursor;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.approval.Approval;
import io.jxc.core.internal.access.Rights;
import io.jxc.core.internal.codec.Cursors;
import io.jxc.core.internal.codec.Stored;
import io.jxc.core.internal.command.Reads.Snapshot;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The to-do list of a user: the lists of its roles, merged by age. */
final class Todo {
  private static final Listing LISTING =
      ApprovalTypes.REQUEST.declaration().listing(ApprovalTypes.TODO);
  private static final Comparator<Stored<ApprovalDocument>> OLDEST_FIRST =
      Comparator.comparing((Stored<ApprovalDocument> stored) -> stored.value().submittedAt())
          .thenComparing(stored -> stored.value().id());

  private Todo() {}

  static Page<Approval> page(Snapshot snapshot, PageRequest request, ApprovalViews views) {
    Rights rights = snapshot.rights();
    // all roles share one place to go on from; it is bound to the user, not to one of the roles
    ListQuery bound = query(rights.user(), request.size(), Optional.empty());
    Optional<Slice.Position> after =
        request.after().map(cursor -> Cursors.place(cursor, snapshot.view().head(), bound));
    List<Stored<ApprovalDocument>> found = new ArrayList<>();
    boolean more = false;
    for (String role : rights.roles().stream().sorted().toList()) {
      Slice slice = snapshot.view().list(query(role, request.size(), after));
      slice.rows().forEach(row -> found.add(ApprovalTypes.REQUEST.decode((DocumentRow) row)));
      more |= slice.next().isPresent();
    }
    found.sort(OLDEST_FIRST);
    more |= found.size() > request.size();
    List<Stored<ApprovalDocument>> taken = found.stream().limit(request.size()).toList();
    Optional<Cursor> next =
        more && !taken.isEmpty()
            ? Optional.of(
                Cursors.of(snapshot.view().head(), bound, place(taken.get(taken.size() - 1))))
            : Optional.empty();
    return new Page<>(
        taken.stream().filter(stored -> mayDecide(stored, rights)).map(views::approval).toList(),
        next);
  }

  private static boolean mayDecide(Stored<ApprovalDocument> stored, Rights rights) {
    ApprovalDocument request = stored.value();
    return rights.sees(Permissions.APPROVAL_VIEW, request.creator())
        && !request.isOwn(rights.user())
        && !request.isDecidedBy(rights.user());
  }

  private static Slice.Position place(Stored<ApprovalDocument> stored) {
    ApprovalDocument request = stored.value();
    List<Object> sort =
        LISTING.sort().stream()
            .map(name -> stored.content().attributes().value(name).orElseThrow())
            .toList();
    return new Slice.Position(sort, request.id());
  }

  private static ListQuery query(String equality, int size, Optional<Slice.Position> after) {
    return ListQuery.of(Source.DOCUMENTS, ApprovalTypes.REQUEST.name(), LISTING.name())
        .equal(equality)
        .after(after)
        .limit(size)
        .build();
  }
}
