package io.jxc.api.approval;

/** The types of documents that can ask for approval. The texts are stored and never change. */
public final class ApprovableTypes {
  /** Purchase orders. */
  public static final String PURCHASE_ORDER = "purchase_order";

  /** Sales orders. */
  public static final String SALES_ORDER = "sales_order";

  private ApprovableTypes() {}
}
