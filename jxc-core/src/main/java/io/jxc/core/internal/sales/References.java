package io.jxc.core.internal.sales;

import io.jxc.api.Checks;
import io.jxc.api.sales.OrderContent;
import io.jxc.api.sales.OrderLine;
import io.jxc.api.sales.ReturnGoods;
import io.jxc.core.internal.catalog.CatalogRules;
import io.jxc.core.internal.catalog.CatalogTypes;
import io.jxc.core.internal.catalog.ProductDocument;
import io.jxc.core.internal.command.View;
import io.jxc.core.internal.partner.PartnerDocument;
import io.jxc.core.internal.partner.PartnerRules;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a document refers to, fetched together: customer, products, warehouses. */
final class References {
  private final View view;
  private final Map<String, ProductDocument> products;
  private final Set<String> warehouses;
  private final Optional<String> warehouse;

  private References(
      View view, Collection<String> skus, Set<String> named, Optional<String> warehouse) {
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
    String main = warehouse.orElse(SalesStock.DEFAULT_WAREHOUSE);
    named.add(main);
    view.want(CatalogTypes.PRODUCT, skus);
    PartnerRules.wantCustomer(view, customer);
    return new References(view, skus, named, Optional.of(main));
  }

  Optional<PartnerDocument> customer(Checks checks, String code) {
    return checks.field("customer", () -> PartnerRules.customer(view, "customer", code));
  }

  Optional<ProductDocument> product(Checks checks, String path, String sku) {
    return CatalogRules.referred(checks, path + ".sku", products, sku);
  }
}
