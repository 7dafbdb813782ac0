package io.jxc.api.audit;

import java.util.Optional;

/**
 * What proving the chain found.
 *
 * @param blocks blocks that were proven
 * @param entries entries that were proven: movements and other facts, and those counted next
 * @param events how many of them are events
 * @param auditRecords how many of them are audit records
 * @param documents documents that were compared with their newest audit entry
 * @param firstBad the first place that does not fit; absent = all is well
 */
public record ChainReport(
    long blocks,
    long entries,
    long events,
    long auditRecords,
    long documents,
    Optional<ChainFault> firstBad) {
  /** Tells whether everything fits. */
  public boolean ok() {
    return firstBad.isEmpty();
  }
}
