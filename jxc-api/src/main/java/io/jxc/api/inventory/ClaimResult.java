package io.jxc.api.inventory;

import io.jxc.api.CommandResult;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a claim.
 *
 * @param id id of the claim
 * @param status where it stands now
 * @param expiresAt when a hold ends
 * @param version sequence of the commit
 */
public record ClaimResult(String id, ClaimStatus status, Optional<Instant> expiresAt, long version)
    implements CommandResult<ClaimResult> {
  @Override
  public ClaimResult withVersion(long version) {
    return new ClaimResult(id, status, expiresAt, version);
  }
}
