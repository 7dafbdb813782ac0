package io.jxc.api.partner;

import io.jxc.api.CommandResult;

/**
 * What became of a partner.
 *
 * @param kind customer or supplier
 * @param code its code
 * @param version sequence of the commit: the version of the partner, if the command changed it
 */
public record PartnerResult(PartnerKind kind, String code, long version)
    implements CommandResult<PartnerResult> {
  @Override
  public PartnerResult withVersion(long version) {
    return new PartnerResult(kind, code, version);
  }
}
