package io.jxc.spi.store;

import io.jxc.api.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * The end of a tenant's log.
 *
 * @param tenant whose log
 * @param sequence last sequence; 0 = the tenant has no block yet
 * @param incarnation identity of the history, new after a restore to an earlier point; all zero
 *     while there is no block
 * @param blockHash hash of the last block, or {@link Chain#genesis}
 * @param blockTime time of the last block, or the epoch
 */
public record Head(
    TenantId tenant, long sequence, UUID incarnation, Bytes blockHash, Instant blockTime) {
  /** Returns the head of a tenant that has no block yet. */
  public static Head absent(TenantId tenant) {
    return new Head(tenant, 0, new UUID(0, 0), Chain.genesis(tenant), Instant.EPOCH);
  }
}
