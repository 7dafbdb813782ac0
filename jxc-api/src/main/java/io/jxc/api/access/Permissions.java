package io.jxc.api.access;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Every permission. The texts are stored in roles and never change their meaning. */
public final class Permissions {
  /** Read one's own rights. */
  public static final String ACCESS_SELF = "access.self";

  /** Read tenant settings. */
  public static final String TENANT_VIEW = "tenant.view";

  /** Change tenant settings. */
  public static final String TENANT_CONFIGURE = "tenant.configure";

  /** Read products. */
  public static final String PRODUCT_VIEW = "product.view";

  /** Add products. */
  public static final String PRODUCT_CREATE = "product.create";

  /** Change products. */
  public static final String PRODUCT_UPDATE = "product.update";

  /** Read customers and suppliers. */
  public static final String PARTNER_VIEW = "partner.view";

  /** Add customers and suppliers. */
  public static final String PARTNER_CREATE = "partner.create";

  /** Change customers and suppliers. */
  public static final String PARTNER_UPDATE = "partner.update";

  /** Add and change warehouses. */
  public static final String WAREHOUSE_MANAGE = "warehouse.manage";

  /** Read stock and movements. */
  public static final String STOCK_VIEW = "stock.view";

  /** Receive goods into stock. */
  public static final String STOCK_RECEIVE = "stock.receive";

  /** Issue goods from stock. */
  public static final String STOCK_ISSUE = "stock.issue";

  /** Adjust stock with a reason. */
  public static final String STOCK_ADJUST = "stock.adjust";

  /** Hold and reserve stock. */
  public static final String STOCK_CLAIM = "stock.claim";

  /** Prove balances against the journal and plan repairs. */
  public static final String STOCK_VERIFY = "stock.verify";

  /** See cost prices, stock values and margins. */
  public static final String COST_VIEW = "cost.view";

  /** Read purchase orders. */
  public static final String PURCHASE_VIEW = "purchase.view";

  /** Enter and submit purchase orders. */
  public static final String PURCHASE_CREATE = "purchase.create";

  /** Change purchase orders of which nothing was received. */
  public static final String PURCHASE_UPDATE = "purchase.update";

  /** Cancel purchase orders. */
  public static final String PURCHASE_CANCEL = "purchase.cancel";

  /** Approve purchase orders. */
  public static final String PURCHASE_APPROVE = "purchase.approve";

  /** Receive goods against purchase orders. */
  public static final String PURCHASE_RECEIVE = "purchase.receive";

  /** Read sales orders and returns. */
  public static final String SALES_VIEW = "sales.view";

  /** Enter and submit sales orders. */
  public static final String SALES_CREATE = "sales.create";

  /** Change sales orders that are not shipped yet. */
  public static final String SALES_UPDATE = "sales.update";

  /** Cancel sales orders. */
  public static final String SALES_CANCEL = "sales.cancel";

  /** Approve sales orders. */
  public static final String SALES_APPROVE = "sales.approve";

  /** Confirm sales orders, claiming their stock. */
  public static final String SALES_CONFIRM = "sales.confirm";

  /** See what is still to be shipped: goods, quantities and dates, no prices. */
  public static final String SALES_PICK = "sales.pick";

  /** Ship sales orders. */
  public static final String SALES_SHIP = "sales.ship";

  /** Order, confirm and ship in one step, over the counter. */
  public static final String SALES_QUICK = "sales.quick";

  /** Take goods back. */
  public static final String SALES_RETURN = "sales.return";

  /** Read approval flows, requests and one's own to-dos. */
  public static final String APPROVAL_VIEW = "approval.view";

  /** Define approval flows. */
  public static final String APPROVAL_CONFIGURE = "approval.configure";

  /** Decide open approval steps; the step still asks for a role. */
  public static final String APPROVAL_DECIDE = "approval.decide";

  /** Take own submissions back before they are decided. */
  public static final String APPROVAL_WITHDRAW = "approval.withdraw";

  /** Read users and roles. */
  public static final String ACCESS_VIEW = "access.view";

  /** Define roles, grant and revoke them. */
  public static final String ACCESS_MANAGE = "access.manage";

  /** Read the audit log. */
  public static final String AUDIT_VIEW = "audit.view";

  /** Prove the chain of the log. */
  public static final String AUDIT_VERIFY = "audit.verify";

  /** Read the change feed. */
  public static final String FEED_READ = "feed.read";

  /** See how durable subscriptions do, and have them deliver again. */
  public static final String FEED_MANAGE = "feed.manage";

  private static final SortedSet<String> ALL = collect();

  private Permissions() {}

  /** Returns every permission, by name. */
  public static SortedSet<String> all() {
    return ALL;
  }

  /** Every constant of this class counts, so that none can be forgotten in a second list. */
  private static SortedSet<String> collect() {
    SortedSet<String> names = new TreeSet<>();
    for (Field constant : Permissions.class.getFields()) {
      try {
        names.add((String) constant.get(Permissions.class));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("public constants can be read", e);
      }
    }
    return Collections.unmodifiableSortedSet(names);
  }
}
