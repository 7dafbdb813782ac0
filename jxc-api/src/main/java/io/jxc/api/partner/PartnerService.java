package io.jxc.api.partner;

import io.jxc.api.Outcome;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.Requires;
import java.util.List;
import java.util.Map;

/** Customers and suppliers. */
public interface PartnerService {
  /**
   * Adds a customer or a supplier.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code currency.mixed} for a credit limit in
   *     another than the base currency
   * @throws io.jxc.api.error.DuplicateKeyException {@code duplicate-key} for {@code customer.code}
   *     or {@code supplier.code}
   */
  @Requires(Permissions.PARTNER_CREATE)
  PartnerResult create(CreatePartner command);

  /**
   * Adds up to 1,000 partners, each for itself, in few commits.
   *
   * @return what became of each, in the order given
   */
  @Requires(Permissions.PARTNER_CREATE)
  List<Outcome<PartnerResult>> createAll(List<CreatePartner> commands);

  /**
   * Changes a partner; the audit log keeps each changed field before and after.
   *
   * @throws io.jxc.api.error.NotFoundException there is no such partner
   * @throws io.jxc.api.error.InvalidCommandException {@code currency.mixed}
   * @throws io.jxc.api.error.StaleVersionException it was changed since it was read
   */
  @Requires(Permissions.PARTNER_UPDATE)
  PartnerResult update(UpdatePartner command);

  /**
   * Changes up to 1,000 partners, each for itself, in few commits.
   *
   * @return what became of each, in the order given
   */
  @Requires(Permissions.PARTNER_UPDATE)
  List<Outcome<PartnerResult>> updateAll(List<UpdatePartner> commands);

  /**
   * Returns a customer.
   *
   * @throws io.jxc.api.error.NotFoundException there is no such customer
   */
  @Requires(Permissions.PARTNER_VIEW)
  Partner customer(String code);

  /**
   * Returns a supplier.
   *
   * @throws io.jxc.api.error.NotFoundException there is no such supplier
   */
  @Requires(Permissions.PARTNER_VIEW)
  Partner supplier(String code);

  /**
   * Returns the partners of a kind with these codes, at most 1,000, from one snapshot.
   *
   * @return code → partner in the order given; unknown codes are left out
   */
  @Requires(Permissions.PARTNER_VIEW)
  Map<String, Partner> getAll(PartnerKind kind, List<String> codes);

  /**
   * Lists customers or suppliers.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code cursor.invalid}
   */
  @Requires(Permissions.PARTNER_VIEW)
  Page<Partner> list(PartnerQuery query, PageRequest page);
}
