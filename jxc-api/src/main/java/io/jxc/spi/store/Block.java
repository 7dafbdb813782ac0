package io.jxc.spi.store;

import io.jxc.api.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * One commit in the tenant's hash chain.
 *
 * @param tenant whose chain
 * @param id its identity, unique within the tenant
 * @param firstSequence first sequence it took
 * @param lastSequence last sequence it took; the same as the first where it has no entries
 * @param at its time in micros; never before the previous block's
 * @param digest digest of its entries, see {@link Chain#blockDigest}
 * @param previousHash hash of the block before it, or {@link Chain#genesis}
 * @param hash see {@link Chain#blockHash}
 */
public record Block(
    TenantId tenant,
    UUID id,
    long firstSequence,
    long lastSequence,
    Instant at,
    Bytes digest,
    Bytes previousHash,
    Bytes hash) {}
