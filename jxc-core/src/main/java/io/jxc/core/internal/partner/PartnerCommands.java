package io.jxc.core.internal.partner;

import io.jxc.api.access.Permissions;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.partner.PartnerResult;
import io.jxc.api.partner.UpdatePartner;
import io.jxc.core.internal.command.CommandType;

/** The commands of partners; their names are stored. */
final class PartnerCommands {
  static final CommandType<CreatePartner, PartnerResult> CREATE =
      CommandType.light(
              "partner.create",
              Permissions.PARTNER_CREATE,
              PartnerResult.class,
              PartnerRules::create)
          .about(command -> PartnerTypes.named(command.kind(), command.code()));

  static final CommandType<UpdatePartner, PartnerResult> UPDATE =
      CommandType.light(
              "partner.update",
              Permissions.PARTNER_UPDATE,
              PartnerResult.class,
              PartnerRules::update)
          .about(command -> PartnerTypes.named(command.kind(), command.code()));

  private PartnerCommands() {}
}
