package io.jxc.api.error;

/**
 * Every stable error code with its message in English and Chinese. Codes never change their meaning
 * and are never used again. {@code {name}} stands for an argument of the error.
 */
public enum ErrorCode {
  /** A tenant id is malformed. */
  TENANT_INVALID(
      "tenant.invalid",
      "Tenant must be {expected}; found '{found}'.",
      "租户标识须为 {expected};实际为“{found}”。"),
  /** A code is malformed. */
  CODE_INVALID(
      "code.invalid", "A code takes {expected}; found '{found}'.", "编码须为 {expected};实际为“{found}”。"),
  /** A text is too long, empty or has control characters. */
  TEXT_INVALID(
      "text.invalid", "Text takes {expected}; found {found}.", "文本须为 {expected};实际为 {found}。"),
  /** A decimal has too many digits or is no number. */
  DECIMAL_INVALID(
      "decimal.invalid",
      "A number takes {expected}; found '{found}'.",
      "数值须为 {expected};实际为“{found}”。"),
  /** A number lies outside its bounds. */
  NUMBER_RANGE("number.range", "Expected {expected}; found {found}.", "须为 {expected};实际为 {found}。"),
  /** A quantity is zero or below. */
  QUANTITY_NOT_POSITIVE(
      "quantity.not-positive",
      "Quantity must be {expected}; found {found}.",
      "数量须{expected};实际为 {found}。"),
  /** A currency code is unknown. */
  CURRENCY_UNKNOWN(
      "currency.unknown",
      "Currency must be {expected}; found '{found}'.",
      "币种须为 {expected};实际为“{found}”。"),
  /** Two currencies meet where one is needed. */
  CURRENCY_MIXED(
      "currency.mixed", "Expected {expected}, found {found}.", "币种应为 {expected},实际为 {found}。"),
  /** Weights of an allocation are unusable. */
  MONEY_WEIGHTS(
      "money.weights", "Weights need {expected}; found {found}.", "分摊权重须{expected};实际为 {found}。"),
  /** A unit ratio is out of bounds. */
  UNIT_RATIO(
      "unit.ratio", "A unit ratio is {expected}; found {found}.", "换算率须为 {expected};实际为 {found}。"),
  /** A converted quantity would lose digits. */
  UNIT_INEXACT("unit.inexact", "Expected {expected}; found {found}.", "须为 {expected};实际为 {found}。"),
  /** A unit is not one of the product's. */
  UNIT_UNKNOWN(
      "unit.unknown",
      "Unit must be one of {expected}; found '{found}'.",
      "计量单位须为 {expected} 之一;实际为“{found}”。"),
  /** A cursor is not one of this query and tenant. */
  CURSOR_INVALID(
      "cursor.invalid", "Expected {expected}; found {found}.", "须为 {expected};实际为 {found}。"),
  /** A page size is out of bounds. */
  PAGE_SIZE(
      "page.size",
      "A page takes {expected} items; found {found}.",
      "每页须为 {expected} 条;实际为 {found}。"),
  /** A request id is malformed. */
  REQUEST_ID_INVALID(
      "request-id.invalid",
      "A request id takes {expected}; found '{found}'.",
      "请求号须为 {expected};实际为“{found}”。"),
  /** A list is empty or too long. */
  LINES_COUNT("lines.count", "Expected {expected}; found {found}.", "行数须为 {expected};实际为 {found}。"),
  /** A line number or key is used twice. */
  LINE_DUPLICATE(
      "line.duplicate",
      "Each {expected} may stand once; found {found} twice.",
      "{expected} 不可重复;{found} 出现两次。"),
  /** A value is not one of those allowed. */
  VALUE_UNKNOWN(
      "value.unknown", "Expected {expected}; found '{found}'.", "须为 {expected};实际为“{found}”。"),
  /** A required value is missing. */
  VALUE_MISSING(
      "value.missing", "Expected {expected}; found {found}.", "缺少 {expected};实际为 {found}。"),
  /** A reference in a command names nothing. */
  REFERENCE_UNKNOWN(
      "reference.unknown",
      "Expected an existing {expected}; found '{found}'.",
      "{expected} 不存在:“{found}”。"),
  /** Opening stock comes after the first movement. */
  STOCK_ALREADY_MOVED(
      "stock.already-moved",
      "Opening stock needs {expected}; '{found}' has moved already, adjust it instead.",
      "期初库存须为 {expected};“{found}”已有出入库记录,请改用库存调整。"),
  /** A command has one or more violations. */
  COMMAND_INVALID("command.invalid", "The request is not valid: {violations}", "请求无效:{violations}"),
  /** Roles are asserted although the builder does not allow it. */
  ROLES_NOT_ASSERTABLE(
      "actor.roles-not-assertable",
      "Expected {expected}; found roles {found}.",
      "{expected};实际断言了角色 {found}。"),

  /** The actor lacks a permission. */
  ACCESS_DENIED(
      "access.denied",
      "User '{actor}' lacks the permission '{permission}'.",
      "用户“{actor}”没有权限“{permission}”。"),
  /** The actor may not give what it does not have. */
  ACCESS_ESCALATION(
      "access.escalation",
      "User '{actor}' cannot grant '{permission}' without holding it.",
      "用户“{actor}”自身没有“{permission}”,不能授予他人。"),
  /** Nobody would be left who may do everything. */
  LAST_ADMIN(
      "access.last-admin",
      "User '{user}' is the last one with the role 'admin'; grant it to somebody else first.",
      "用户“{user}”是最后一个管理员,请先将 admin 角色授予他人。"),
  /** The actor may not approve an own document. */
  APPROVAL_OWN_DOCUMENT(
      "approval.own-document",
      "User '{actor}' created or edited {kind} '{key}' and cannot approve it.",
      "用户“{actor}”是{kind}“{key}”的制单人,不能审批自己的单据。"),

  /** Something is not there, or hidden from the actor. */
  NOT_FOUND("not-found", "There is no {kind} '{key}'.", "{kind}“{key}”不存在。"),
  /** The tenant was never provisioned. */
  TENANT_NOT_PROVISIONED(
      "tenant.not-provisioned",
      "Tenant '{key}' is not provisioned; call provision first.",
      "租户“{key}”尚未开通,请先调用 provision。"),

  /** There is not enough stock. */
  STOCK_INSUFFICIENT(
      "stock.insufficient",
      "Product '{sku}' in '{warehouse}': {requested} wanted, {available} available.",
      "商品“{sku}”在仓库“{warehouse}”可用 {available},需要 {requested}。"),
  /** A product may not be sold or bought any more. */
  PRODUCT_NOT_SELLABLE("product.not-sellable", "Product '{key}' is not for sale.", "商品“{key}”已停售。"),
  /** A document is not in a state that allows the step. */
  TRANSITION_ILLEGAL(
      "document.illegal-transition",
      "{kind} '{key}' is {status}; {action} needs {expected}.",
      "{kind}“{key}”状态为 {status},{action} 需要 {expected}。"),
  /** More is received than was ordered. */
  RECEIPT_EXCEEDS_ORDER(
      "purchase.over-receipt",
      "Order '{key}' line {line}: {requested} to receive, {open} open.",
      "订单“{key}”第 {line} 行:收货 {requested},未收 {open}。"),
  /** More is shipped than is open. */
  SHIPMENT_EXCEEDS_ORDER(
      "sales.over-shipment",
      "Order '{key}' line {line}: {requested} to ship, {open} open.",
      "订单“{key}”第 {line} 行:发货 {requested},未发 {open}。"),
  /** More is returned than was shipped. */
  RETURN_EXCEEDS_SHIPMENT(
      "sales.over-return",
      "Order '{key}' line {line}: {requested} to return, {open} returnable.",
      "订单“{key}”第 {line} 行:退货 {requested},可退 {open}。"),
  /** An order's total is below zero without a fee or credit line. */
  TOTAL_NEGATIVE(
      "sales.negative-total",
      "The total {found} is below zero; only fee lines may carry negative amounts.",
      "单据总额 {found} 为负;只有费用行可以为负。"),
  /** The caller expects another total. */
  TOTAL_DIFFERS(
      "sales.total-differs",
      "The total is {found}, not {expected} as expected.",
      "单据总额为 {found},与预期的 {expected} 不符。"),
  /** A sale in one step would pass by an approval. */
  APPROVAL_REQUIRED(
      "sales.approval-required",
      "This sale needs an approval: place it as an order.",
      "该销售需要审批,请先下单再提交审批。"),
  /** An approval step is decided by somebody who is not asked. */
  APPROVAL_NOT_ASKED(
      "approval.not-asked",
      "User '{actor}' is not an approver of the open step of {kind} '{key}'.",
      "用户“{actor}”不是{kind}“{key}”当前步骤的审批人。"),
  /** A document is not what its approval was asked for. */
  APPROVAL_CONTENT_CHANGED(
      "approval.content-changed",
      "The content of {kind} '{key}' is not what was submitted; change it and submit it again.",
      "{kind}“{key}”的内容与提交时不一致,请修改后重新提交。"),
  /** A rule of the host vetoed the command. */
  INTERCEPTOR_VETO("interceptor.veto", "Refused by the host: {reason}", "被宿主系统拒绝:{reason}"),
  /** The base currency cannot change any more. */
  CURRENCY_FIXED(
      "tenant.currency-fixed",
      "The base currency {found} is fixed since something was posted; it cannot become {expected}.",
      "已有记账,本位币 {found} 不能改为 {expected}。"),
  /** A rule would read or write more than is allowed. */
  LIMIT_EXCEEDED(
      "limit.exceeded",
      "{what}: {found} is more than the limit of {limit}.",
      "{what}:{found} 超过上限 {limit}。"),
  /** A claim is no longer active. */
  CLAIM_NOT_ACTIVE("claim.not-active", "Claim '{key}' is {status}.", "占用“{key}”状态为 {status}。"),
  /** A repair was planned on another state. */
  STOCK_PLAN_OUTDATED(
      "stock.plan-outdated",
      "The plan '{key}' is not what a verification finds now: verify again.",
      "修复方案“{key}”与当前核对结果不符,请重新核对。"),
  /** Something still in use cannot go. */
  IN_USE("in-use", "{kind} '{key}' is in use: {reason}.", "{kind}“{key}”正在使用:{reason}。"),

  /** A document was changed by somebody else. */
  VERSION_STALE(
      "version.stale",
      "{kind} '{key}' has version {found}, expected {expected}: read it again.",
      "{kind}“{key}”当前版本为 {found},请求基于 {expected},请重新读取。"),
  /** A code, barcode, number or external id is taken. */
  DUPLICATE_KEY("duplicate-key", "{index} '{value}' is taken.", "{index}“{value}”已被占用。"),
  /** A request id was used with other content. */
  REQUEST_ID_REUSED(
      "request-id.reused",
      "Request '{requestId}' was used with other content.",
      "请求号“{requestId}”已用于其他内容。"),
  /** A tenant exists with other fixed settings. */
  TENANT_CONFLICT(
      "tenant.conflict",
      "Tenant '{key}' has {what} {found}, not {expected}.",
      "租户“{key}”的 {what} 为 {found},不是 {expected}。"),
  /** A cursor belongs to another history. */
  HISTORY_CHANGED(
      "history.changed",
      "The history was restored to an earlier point: start again without a cursor.",
      "历史已恢复到更早的时间点,请不带游标重新开始。"),

  /** The store failed. */
  STORAGE_FAILED("storage.failed", "The store failed: {reason}", "存储失败:{reason}"),
  /** The store refused a change set. */
  CHANGE_REFUSED(
      "storage.change-refused",
      "The store refused a change of {type} '{key}': {reason}",
      "存储拒绝了对 {type}“{key}”的更改:{reason}"),
  /** A stored row is damaged. */
  STORAGE_UNREADABLE(
      "storage.unreadable",
      "A stored {type} '{key}' cannot be read: {reason}",
      "存储的 {type}“{key}”无法读取:{reason}"),
  /** The store is set up in a way that loses data or cannot work. */
  STORAGE_MISCONFIGURED(
      "storage.misconfigured", "The store cannot be used: {reason}", "存储配置不可用:{reason}"),
  /** The stored schema is not one this version can work with. */
  SCHEMA_MISMATCH(
      "storage.schema-mismatch", "The stored schema does not fit: {reason}", "存储结构不匹配:{reason}"),
  /** The store cannot be part of a host transaction. */
  STORAGE_CANNOT_JOIN(
      "storage.cannot-join", "{store} cannot join a host transaction.", "{store} 不支持加入宿主事务。"),
  /** A transaction of the host is not one that can be joined. */
  HOST_TRANSACTION_UNFIT(
      "host-transaction.unfit",
      "The host's transaction cannot be joined: {reason}",
      "无法加入宿主事务:{reason}"),
  /** A transaction of the host has lost what was done in it. */
  HOST_TRANSACTION_BROKEN(
      "host-transaction.broken",
      "The host's transaction must be rolled back: {reason}",
      "宿主事务必须回滚:{reason}"),

  /** It is not known whether a command was committed. */
  OUTCOME_UNKNOWN(
      "outcome.unknown",
      "It is not known whether request '{requestId}' was committed; send it again.",
      "请求“{requestId}”是否已提交未知,请用同一请求号重试。"),

  /** The library is closed. */
  CLOSED("unavailable.closed", "The library is closed.", "系统已关闭。"),
  /** Too many commands wait. */
  OVERLOADED(
      "unavailable.overloaded",
      "{waiting} commands wait for tenant '{tenant}'; try again later.",
      "租户“{tenant}”有 {waiting} 个请求排队,请稍后重试。"),
  /** A command waited longer than its deadline. */
  DEADLINE(
      "unavailable.deadline", "The request was not decided within {limit}.", "请求在 {limit} 内未能处理。"),
  /** The store could not be read of late. */
  STORE_UNAVAILABLE(
      "unavailable.store",
      "The store could not be read of late; try again in {pause}.",
      "近期无法读取存储,请在 {pause} 后重试。"),
  /** Other nodes kept changing the tenant. */
  CONTENDED(
      "unavailable.contended",
      "Tenant '{tenant}' changed too often meanwhile; try again.",
      "租户“{tenant}”变更过于频繁,请重试。");

  private final String code;
  private final String english;
  private final String chinese;

  ErrorCode(String code, String english, String chinese) {
    this.code = code;
    this.english = english;
    this.chinese = chinese;
  }

  /** Returns the stable code, for example {@code stock.insufficient}. */
  public String code() {
    return code;
  }

  String english() {
    return english;
  }

  String chinese() {
    return chinese;
  }
}
