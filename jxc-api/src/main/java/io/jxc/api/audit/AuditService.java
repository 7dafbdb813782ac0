package io.jxc.api.audit;

import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.Requires;

/**
 * The log of every command: append-only, written in the same commit as what the command changed.
 * There is no way to change or delete an entry.
 */
public interface AuditService {
  /**
   * Returns entries, newest first. Costs in changed fields are masked without {@code cost.view};
   * who holds {@code audit.view} for own things only sees own entries.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code cursor.invalid}
   */
  @Requires(Permissions.AUDIT_VIEW)
  Page<AuditRecord> search(AuditQuery query, PageRequest page);

  /**
   * Returns everything that happened to an object, oldest first; what was refused did not happen.
   * Search by the object to see that, too. An object that never was has an empty history.
   *
   * @param object type and key, for example {@code new ObjectRef("product", "TEA-01")}
   * @throws io.jxc.api.error.InvalidCommandException {@code cursor.invalid}
   */
  @Requires(Permissions.AUDIT_VIEW)
  Page<AuditRecord> history(ObjectRef object, PageRequest page);

  /** Returns the end of the chain, to be kept outside the database. */
  @Requires(Permissions.AUDIT_VERIFY)
  Anchor anchor();

  /**
   * Proves the whole log: every block, every entry, and the stored documents against their newest
   * audit entries. Reads everything; work of seconds to minutes.
   */
  @Requires(Permissions.AUDIT_VERIFY)
  ChainReport verify();

  /**
   * Proves the whole log, and that it still contains an anchor that was kept elsewhere: the only
   * way to see that the newest part was cut off.
   */
  @Requires(Permissions.AUDIT_VERIFY)
  ChainReport verify(Anchor anchor);
}
