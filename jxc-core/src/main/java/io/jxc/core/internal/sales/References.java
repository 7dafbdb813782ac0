package io.jxc.core.internal.sales;

import io.jxc.api.Checks;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.sales.OrderContent;
import io.jxc.api.sales.OrderLine;
import io.jxc.api.sales.ReturnGoods;
import io.jxc.core.internal.catalog.CatalogRules;
import io.jxc.core.internal.catalog.CatalogTypes;
import io.jxc.core.internal.catalog.ProductDocument;
import io.jxc.core.internal.command.View;
import io.jxc.core.internal.partner.PartnerDocument;
import io.jxc.core.internal.partner.PartnerRules;
import io.jxc.core.internal.partner.PartnerTypes;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a document refers to, fetched together: customer, products, warehouses. */
final class References {
  private final View view;
  private final Map<String, ProductDocument> products;
  private final Set<String> warehouses;
  private final String warehouse;
  private boolean warehouseReported;

  private References(View view, Collection<String> skus, Set<String> named, String warehouse) {
    this.view = view;
    this.warehouse = warehouse;
    this.products = CatalogRules.products(view, skus);
    this.warehouses = SalesStock.existing(view, named);
  }

  static References of(View view, OrderContent content) {
    Set<String> skus = new HashSet<>();
    Set<String> named = new HashSet<>();
    for (OrderLine line : content.lines()) {
      skus.add(line.sku());
      line.warehouse().ifPresent(named::add);
    }
    return fetch(view, content.customer(), skus, named, content.warehouse());
  }

  static References of(View view, ReturnGoods content) {
    Set<String> skus = new HashSet<>();
    content.lines().forEach(line -> skus.add(line.sku()));
    return fetch(view, content.customer(), skus, new HashSet<>(), content.warehouse());
  }

  private static References fetch(
      View view, String customer, Set<String> skus, Set<String> named, Optional<String> warehouse) {
    String main = warehouse.orElse(OrderContent.DEFAULT_WAREHOUSE);
    named.add(main);
    view.want(CatalogTypes.PRODUCT, skus);
    view.want(PartnerTypes.CUSTOMER, List.of(customer));
    SalesStock.want(view, named);
    return new References(view, skus, named, main);
  }

  Optional<PartnerDocument> customer(Checks checks, String code) {
    return checks.field("customer", () -> PartnerRules.customer(view, "customer", code));
  }

  Optional<ProductDocument> product(Checks checks, String path, String sku) {
    return CatalogRules.referred(checks, path + ".sku", products, sku);
  }

  /** Returns where a line's goods are kept: the line's own warehouse, or the document's. */
  Optional<String> warehouse(Checks checks, String path, Optional<String> own) {
    String code = own.orElse(warehouse);
    boolean known = warehouses.contains(code);
    if (!known && (own.isPresent() || !warehouseReported)) {
      checks.require(
          false,
          own.isPresent() ? path + ".warehouse" : "warehouse",
          ErrorCode.REFERENCE_UNKNOWN,
          "warehouse",
          code);
      warehouseReported |= own.isEmpty();
    }
    return Optional.of(code);
  }

  /** Refuses products that may not be sold; the first one is named. */
  void requireSellable(Collection<String> skus) {
    requireSellable(products, skus);
  }

  /** Refuses products that may not be sold any more. */
  static void requireSellable(View view, List<OrderLineDocument> lines) {
    Set<String> skus = new LinkedHashSet<>();
    lines.forEach(line -> skus.add(line.item().sku()));
    requireSellable(CatalogRules.products(view, skus), skus);
  }

  private static void requireSellable(
      Map<String, ProductDocument> products, Collection<String> skus) {
    for (String sku : skus) {
      ProductDocument product = products.get(sku);
      if (product != null && !product.sellable()) {
        throw RuleViolationException.of(ErrorCode.PRODUCT_NOT_SELLABLE, "key", sku);
      }
    }
  }

  /** Refuses a warehouse that does not exist. */
  static void requireWarehouse(View view, String code) {
    if (!SalesStock.existing(view, Set.of(code)).contains(code)) {
      throw InvalidCommandException.of("warehouse", ErrorCode.REFERENCE_UNKNOWN, "warehouse", code);
    }
  }
}
