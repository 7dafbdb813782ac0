package io.jxc.core.internal.session;

import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.access.AccessService;
import io.jxc.api.approval.ApprovalService;
import io.jxc.api.audit.AuditService;
import io.jxc.api.catalog.CatalogService;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.feed.FeedService;
import io.jxc.api.inventory.InventoryService;
import io.jxc.api.partner.PartnerService;
import io.jxc.api.purchase.PurchaseService;
import io.jxc.api.sales.SalesService;
import io.jxc.api.tenant.TenantService;
import io.jxc.core.internal.access.DefaultAccessService;
import io.jxc.core.internal.audit.DefaultAuditService;
import io.jxc.core.internal.catalog.DefaultCatalogService;
import io.jxc.core.internal.command.DirectRoad;
import io.jxc.core.internal.command.PreviewRoad;
import io.jxc.core.internal.command.Reads;
import io.jxc.core.internal.command.Road;
import io.jxc.core.internal.feed.DefaultFeedService;
import io.jxc.core.internal.inventory.DefaultInventoryService;
import io.jxc.core.internal.partner.DefaultPartnerService;
import io.jxc.core.internal.purchase.DefaultPurchaseService;
import io.jxc.core.internal.sales.DefaultSalesService;
import io.jxc.core.internal.tenant.DefaultTenantService;
import io.jxc.spi.store.HostTransaction;
import java.time.Duration;

/** Gives one actor the services; they are made when asked for and share everything else. */
public final class DefaultSession implements JxcSession {
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Actor actor;
  private final SessionParts parts;
  private final Road road;
  private final Reads reads;

  /** Creates the session of an actor. */
  public DefaultSession(Actor actor, SessionParts parts) {
    this(actor, parts, parts.road, parts.reads);
  }

  private DefaultSession(Actor actor, SessionParts parts, Road road, Reads reads) {
    this.actor = actor;
    this.parts = parts;
    this.road = road;
    this.reads = reads;
  }

  @Override
  public Actor actor() {
    return actor;
  }

  @Override
  public JxcSession previewing() {
    Road preview = new PreviewRoad(parts.store, parts.admission, parts.clock, parts.ids);
    return new DefaultSession(actor, parts, preview, parts.reads);
  }

  @Override
  public JxcSession joining(HostTransaction transaction) {
    Road joined =
        new DirectRoad(
            parts.store.joined(transaction),
            parts.admission,
            parts.clock,
            parts.ids,
            parts.refusals);
    Reads counting = parts.reads.counting(parts.refusals, parts.clock);
    return new DefaultSession(actor, parts, joined, counting);
  }

  @Override
  public JxcSession within(Duration limit) {
    if (limit.compareTo(SHORTEST) < 0 || limit.compareTo(LONGEST) > 0) {
      throw InvalidCommandException.of(
          "limit", ErrorCode.NUMBER_RANGE, SHORTEST + ".." + LONGEST, limit.toString());
    }
    return new DefaultSession(actor, parts, road.within(limit), reads);
  }

  @Override
  public InventoryService inventory() {
    return new DefaultInventoryService(actor, road, reads, parts.clock);
  }

  @Override
  public TenantService tenant() {
    return new DefaultTenantService(actor, road, reads, parts.updateSettings);
  }

  @Override
  public CatalogService catalog() {
    return new DefaultCatalogService(actor, road, reads);
  }

  @Override
  public PartnerService partners() {
    return new DefaultPartnerService(actor, road, reads);
  }

  @Override
  public AccessService access() {
    return new DefaultAccessService(actor, road, reads);
  }

  @Override
  public AuditService audit() {
    return new DefaultAuditService(actor, reads, parts.verifier);
  }

  @Override
  public FeedService feed() {
    return new DefaultFeedService(actor, road, reads);
  }

  @Override
  public SalesService sales() {
    return new DefaultSalesService(actor, road, reads);
  }

  @Override
  public PurchaseService purchase() {
    return new DefaultPurchaseService(actor, road, reads);
  }

  @Override
  public ApprovalService approvals() {
    return parts.approvals.of(actor, road, reads);
  }
}
