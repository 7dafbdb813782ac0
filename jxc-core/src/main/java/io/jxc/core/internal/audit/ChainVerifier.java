package io.jxc.core.internal.audit;

import io.jxc.api.TenantId;
import io.jxc.api.audit.Anchor;
import io.jxc.api.audit.ChainFault;
import io.jxc.api.audit.ChainReport;
import io.jxc.core.internal.codec.EventCodec;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.StoreView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Proves a tenant's log and its documents. Works beside commits; needs bounded memory. */
public final class ChainVerifier {
  private static final int PAGE = 1_000;

  private final JxcStore store;
  private final Map<String, DocumentType> audited = new TreeMap<>();

  /**
   * Creates a verifier.
   *
   * @param audited types whose documents are only written together with an audit entry
   */
  public ChainVerifier(JxcStore store, Collection<DocumentType> audited) {
    this.store = store;
    audited.forEach(type -> this.audited.put(type.name(), type));
  }

  /** Proves everything up to the present head. */
  ChainReport verify(TenantId tenant, Optional<Anchor> anchor) {
    ChainWalk walk = new ChainWalk(store, tenant, anchor);
    DocumentProof documents = new DocumentProof(store, tenant, this::lined);
    Optional<ChainFault> fault = walk.run(documents::block);
    if (fault.isEmpty()) {
      fault = documents.end();
    }
    if (fault.isEmpty()) {
      fault = unaudited(tenant, walk.target().sequence(), documents);
    }
    return new ChainReport(
        walk.blocks(),
        walk.entries(),
        walk.entries(EventCodec.JOURNAL.name()),
        walk.entries(AuditTypes.AUDIT.name()),
        documents.proven(),
        fault);
  }

  private boolean lined(String type) {
    DocumentType declaration = audited.get(type);
    return declaration != null && declaration.lines().isPresent();
  }

  /** A document more than the log proves was written past it, or has a false version. */
  private Optional<ChainFault> unaudited(TenantId tenant, long target, DocumentProof proof) {
    for (String type : audited.keySet()) {
      long stored = count(tenant, type, target);
      if (stored > proof.proven(type)) {
        long more = stored - proof.proven(type);
        return Optional.of(
            new ChainFault(
                ChainFault.Kind.DOCUMENT_CHANGED,
                target,
                type + ": " + more + " documents have no audit entry that describes them"));
      }
    }
    return Optional.empty();
  }

  /** Counts documents that were last changed in the part that was walked, or pretend the future. */
  private long count(TenantId tenant, String type, long target) {
    long count = 0;
    String after = "";
    List<DocumentRow> page;
    do {
      try (StoreView view = store.view(tenant)) {
        page = view.documentRange(type, "", after, PAGE);
        long head = view.head().sequence();
        count += page.stream().filter(d -> d.version() <= target || d.version() > head).count();
      }
      after = page.isEmpty() ? after : page.get(page.size() - 1).key();
    } while (page.size() == PAGE);
    return count;
  }
}
