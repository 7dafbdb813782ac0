package io.jxc.core.internal.partner;

import io.jxc.api.Actor;
import io.jxc.api.Checks;
import io.jxc.api.Codes;
import io.jxc.api.Outcome;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.partner.Partner;
import io.jxc.api.partner.PartnerKind;
import io.jxc.api.partner.PartnerQuery;
import io.jxc.api.partner.PartnerResult;
import io.jxc.api.partner.PartnerService;
import io.jxc.api.partner.UpdatePartner;
import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.Stored;
import io.jxc.core.internal.command.Reads;
import io.jxc.core.internal.command.Road;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Customers and suppliers for one actor. */
public final class DefaultPartnerService implements PartnerService {
  private final Actor actor;
  private final Road road;
  private final Reads reads;

  /** Serves an actor. */
  public DefaultPartnerService(Actor actor, Road road, Reads reads) {
    this.actor = actor;
    this.road = road;
    this.reads = reads;
  }

  @Override
  public PartnerResult create(CreatePartner command) {
    return road.execute(actor, PartnerCommands.CREATE, command);
  }

  @Override
  public List<Outcome<PartnerResult>> createAll(List<CreatePartner> commands) {
    return road.executeAll(actor, PartnerCommands.CREATE, commands);
  }

  @Override
  public PartnerResult update(UpdatePartner command) {
    return road.execute(actor, PartnerCommands.UPDATE, command);
  }

  @Override
  public List<Outcome<PartnerResult>> updateAll(List<UpdatePartner> commands) {
    return road.executeAll(actor, PartnerCommands.UPDATE, commands);
  }

  @Override
  public Partner customer(String code) {
    return get(PartnerTypes.CUSTOMER, code);
  }

  @Override
  public Partner supplier(String code) {
    return get(PartnerTypes.SUPPLIER, code);
  }

  private Partner get(DocType<PartnerDocument> type, String code) {
    String stored = Codes.require("code", code);
    return reads.with(
        actor,
        Permissions.PARTNER_VIEW,
        snapshot ->
            snapshot
                .get(type, stored)
                .map(DefaultPartnerService::view)
                .orElseThrow(() -> NotFoundException.of(type.name(), stored)));
  }

  @Override
  public Map<String, Partner> getAll(PartnerKind kind, List<String> codes) {
    List<String> stored = Checks.codes("codes", codes, 1_000);
    return reads.with(
        actor,
        Permissions.PARTNER_VIEW,
        snapshot -> {
          Map<String, Partner> found = new LinkedHashMap<>();
          snapshot
              .getAll(PartnerTypes.of(kind), stored)
              .forEach((code, partner) -> found.put(code, view(partner)));
          return found;
        });
  }

  @Override
  public Page<Partner> list(PartnerQuery query, PageRequest page) {
    DocType<PartnerDocument> type = PartnerTypes.of(query.kind());
    return reads.with(
        actor,
        Permissions.PARTNER_VIEW,
        snapshot ->
            snapshot.page(
                listing(type.name(), query), page, row -> view(type.decode((DocumentRow) row))));
  }

  private static ListQuery.Builder listing(String type, PartnerQuery query) {
    Optional<String> category = query.category();
    if (query.order() == PartnerQuery.Order.CREATED) {
      ListQuery.Builder listing = ListQuery.of(Source.DOCUMENTS, type, "by_created");
      category.ifPresent(code -> listing.filter(Filter.eq("category", code)));
      return listing;
    }
    return category
        .map(code -> ListQuery.of(Source.DOCUMENTS, type, "by_category").equal(code))
        .orElseGet(() -> ListQuery.of(Source.DOCUMENTS, type, "by_code"));
  }

  private static Partner view(Stored<PartnerDocument> stored) {
    return stored.value().view(stored.version());
  }
}
