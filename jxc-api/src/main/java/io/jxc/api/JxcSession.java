package io.jxc.api;

import io.jxc.api.access.AccessService;
import io.jxc.api.approval.ApprovalService;
import io.jxc.api.audit.AuditService;
import io.jxc.api.catalog.CatalogService;
import io.jxc.api.feed.FeedService;
import io.jxc.api.inventory.InventoryService;
import io.jxc.api.partner.PartnerService;
import io.jxc.api.purchase.PurchaseService;
import io.jxc.api.sales.SalesService;
import io.jxc.api.tenant.TenantService;
import io.jxc.spi.store.HostTransaction;
import java.time.Duration;

/**
 * Speaks for one actor in one tenant. Immutable, cheap and thread-safe; every call checks the
 * actor's rights anew.
 */
public interface JxcSession {
  /** Returns the actor this session speaks for. */
  Actor actor();

  /**
   * Returns a session whose commands are decided but not committed: each answers what it would
   * answer if it were sent now, and refuses as it would. Nothing is stored, not even in the audit.
   *
   * <pre>{@code
   * OrderResult would = session.previewing().sales().place(order);
   * }</pre>
   */
  JxcSession previewing();

  /**
   * Returns a session whose commands are part of a transaction of the host: they take the tenant's
   * head lock with the first one, and the host commits or rolls back. Commands see those before
   * them in the transaction; reads of this session still show the committed state. Unlike others
   * the session serves one thread at a time, and one transaction.
   *
   * <pre>{@code
   * JxcSession joined = session.joining(HostTransaction.of(connection));
   * joined.sales().place(order);
   * }</pre>
   *
   * @param transaction see there what the host has to keep to
   * @throws io.jxc.api.error.StorageException {@code storage.cannot-join} when the store cannot
   * @throws io.jxc.api.error.HostTransactionException {@code host-transaction.unfit} when there is
   *     no transaction on the store's database
   */
  JxcSession joining(HostTransaction transaction);

  /**
   * Returns a session whose commands wait no longer than this to be decided, instead of what the
   * builder says. One that is not in a batch by then is refused with {@code unavailable.deadline}
   * and has changed nothing; one that is in a batch gets its outcome, however long that takes. In a
   * bulk call every command has the same deadline. Previews and commands in a transaction of the
   * host do not wait in a queue.
   *
   * <pre>{@code
   * session.within(Duration.ofMillis(500)).sales().place(order);
   * }</pre>
   *
   * @param limit 1 ms to 10 min
   * @throws io.jxc.api.error.InvalidCommandException {@code number.range}
   */
  JxcSession within(Duration limit);

  /** Returns stock and movements. */
  InventoryService inventory();

  /** Returns the tenant's settings. */
  TenantService tenant();

  /** Returns products. */
  CatalogService catalog();

  /** Returns customers and suppliers. */
  PartnerService partners();

  /** Returns users and roles. */
  AccessService access();

  /** Returns purchase orders and receipts. */
  PurchaseService purchase();

  /** Returns approval flows, requests and to-dos. */
  ApprovalService approvals();

  /** Returns the audit log. */
  AuditService audit();

  /** Returns the change feed. */
  FeedService feed();

  /** Returns sales orders, quick sales and returns. */
  SalesService sales();
}
