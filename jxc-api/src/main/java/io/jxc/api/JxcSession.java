package io.jxc.api;

import io.jxc.api.access.AccessService;
import io.jxc.api.audit.AuditService;
import io.jxc.api.feed.FeedService;
import io.jxc.api.sales.SalesService;
import io.jxc.api.tenant.TenantService;

/**
 * Speaks for one actor in one tenant. Immutable, cheap and thread-safe; every call checks the
 * actor's rights anew.
 */
public interface JxcSession {
  /** Returns the actor this session speaks for. */
  Actor actor();

  /** Returns the tenant's settings. */
  TenantService tenant();

  /** Returns users and roles. */
  AccessService access();

  /** Returns the audit log. */
  AuditService audit();

  /** Returns the change feed. */
  FeedService feed();

  /** Returns sales orders, quick sales and returns. */
  SalesService sales();
}
