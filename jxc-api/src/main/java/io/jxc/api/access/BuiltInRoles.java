package io.jxc.api.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The roles every tenant has. They cannot be changed or removed, and a new version may add new
 * permissions to them; to have another, define a role {@link DefineRole.Builder#like like} one.
 *
 * <table>
 *   <caption>Built-in roles</caption>
 *   <tr><th>role</th><th>岗位</th><th>may</th></tr>
 *   <tr><td>admin</td><td>管理员</td><td>everything</td></tr>
 *   <tr><td>finance</td><td>财务</td><td>see purchases, sales and costs; approve sales orders</td></tr>
 *   <tr><td>purchasing</td><td>采购</td><td>enter, approve and cancel purchase orders; keep suppliers</td></tr>
 *   <tr><td>warehouse</td><td>仓库</td><td>receive, issue and adjust stock; ship; take returns</td></tr>
 *   <tr><td>sales</td><td>销售</td><td>serve customers; enter and change own sales orders; see stock</td></tr>
 *   <tr><td>recorder</td><td>录入员</td><td>see and enter; nothing is approved, cancelled or
 *       configured</td></tr>
 * </table>
 */
public final class BuiltInRoles {
  /** Everything: 管理员. A tenant always has a user with this role. */
  public static final String ADMIN = "admin";

  /** Money: 财务. */
  public static final String FINANCE = "finance";

  /** Buying: 采购. */
  public static final String PURCHASING = "purchasing";

  /** Goods: 仓库. */
  public static final String WAREHOUSE = "warehouse";

  /** Selling: 销售. */
  public static final String SALES = "sales";

  /** View and record only: 录入员. */
  public static final String RECORDER = "recorder";

  private static final Map<String, List<Grant>> GRANTS = new LinkedHashMap<>();
  private static final Map<String, String> NAMES =
      Map.of(
          ADMIN, "管理员 Admin",
          FINANCE, "财务 Finance",
          PURCHASING, "采购 Purchasing",
          WAREHOUSE, "仓库 Warehouse",
          SALES, "销售 Sales",
          RECORDER, "录入员 Recorder");

  static {
    GRANTS.put(ADMIN, Permissions.all().stream().map(Grant::all).toList());
    GRANTS.put(
        FINANCE,
        all(
            Permissions.COST_VIEW,
            Permissions.PURCHASE_VIEW,
            Permissions.SALES_VIEW,
            Permissions.SALES_APPROVE,
            Permissions.APPROVAL_DECIDE));
    GRANTS.put(
        PURCHASING,
        all(
            // customers and suppliers are one register: who buys keeps suppliers
            Permissions.PARTNER_CREATE,
            Permissions.PARTNER_UPDATE,
            Permissions.PURCHASE_VIEW,
            Permissions.PURCHASE_CREATE,
            Permissions.PURCHASE_UPDATE,
            Permissions.PURCHASE_CANCEL,
            Permissions.PURCHASE_APPROVE,
            Permissions.APPROVAL_DECIDE));
    GRANTS.put(
        WAREHOUSE,
        all(
            Permissions.STOCK_VIEW,
            Permissions.STOCK_RECEIVE,
            Permissions.STOCK_ISSUE,
            Permissions.STOCK_ADJUST,
            Permissions.STOCK_CLAIM,
            Permissions.PURCHASE_VIEW,
            Permissions.PURCHASE_RECEIVE,
            Permissions.SALES_PICK,
            Permissions.SALES_SHIP,
            Permissions.SALES_RETURN));
    GRANTS.put(SALES, sales());
    GRANTS.put(
        RECORDER,
        all(
            Permissions.PRODUCT_CREATE,
            Permissions.PARTNER_CREATE,
            Permissions.STOCK_VIEW,
            Permissions.STOCK_RECEIVE,
            Permissions.STOCK_ISSUE,
            Permissions.PURCHASE_VIEW,
            Permissions.PURCHASE_CREATE,
            Permissions.SALES_VIEW,
            Permissions.SALES_PICK,
            Permissions.SALES_CREATE));
  }

  private BuiltInRoles() {}

  /** Returns the codes of the built-in roles, in the order of the table. */
  public static List<String> codes() {
    return List.copyOf(GRANTS.keySet());
  }

  /** Tells whether a role code is a built-in one. */
  public static boolean contains(String role) {
    return GRANTS.containsKey(role);
  }

  /** Returns the name of a built-in role in Chinese and English; empty for another code. */
  public static String name(String role) {
    return NAMES.getOrDefault(role, "");
  }

  /** Returns what a built-in role grants; nothing for another code. */
  public static List<Grant> grants(String role) {
    return GRANTS.getOrDefault(role, List.of());
  }

  private static List<Grant> sales() {
    List<Grant> grants =
        new ArrayList<>(
            all(Permissions.PARTNER_CREATE, Permissions.PARTNER_UPDATE, Permissions.STOCK_VIEW));
    Stream.of(
            Permissions.SALES_VIEW,
            Permissions.SALES_PICK,
            Permissions.SALES_CREATE,
            Permissions.SALES_UPDATE,
            Permissions.SALES_CONFIRM,
            Permissions.SALES_CANCEL,
            Permissions.SALES_QUICK)
        .map(Grant::own)
        .forEach(grants::add);
    return List.copyOf(grants);
  }

  /**
   * What everybody in the house needs: names of goods and partners, own rights, own to-dos and
   * submissions.
   */
  private static List<Grant> all(String... permissions) {
    Stream<String> common =
        Stream.of(
            Permissions.ACCESS_SELF,
            Permissions.TENANT_VIEW,
            Permissions.PRODUCT_VIEW,
            Permissions.PARTNER_VIEW,
            Permissions.APPROVAL_VIEW,
            Permissions.APPROVAL_WITHDRAW);
    return Stream.concat(common, Arrays.stream(permissions)).map(Grant::all).toList();
  }
}
