package io.jxc.examples.replay;

import io.jxc.api.Codes;
import io.jxc.api.JxcSession;
import io.jxc.api.Outcome;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.catalog.Product;
import io.jxc.api.catalog.UpdateProduct;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.partner.Partner;
import io.jxc.api.partner.PartnerKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Products and customers, created when the data first name them. Used by one thread. */
final class MasterData {
  private static final int CHUNK = 500;
  private static final int MAX_NAME = 200;

  private final JxcSession session;
  private final Set<String> customers = new HashSet<>();
  private final Set<String> products = new HashSet<>();
  private final Set<String> nameless = new HashSet<>();

  MasterData(JxcSession session) {
    this.session = session;
  }

  /** Makes sure that everything a month names is there. */
  void prepare(TradePlan.Month month) {
    Map<String, Optional<String>> skus = new LinkedHashMap<>();
    Set<String> codes = new LinkedHashSet<>();
    for (RetailLine line : month.lines()) {
      skus.putIfAbsent(line.sku(), line.description());
      line.customer().ifPresent(codes::add);
    }
    chunks(skus.keySet().stream().filter(sku -> !products.contains(sku)).toList())
        .forEach(some -> createProducts(some, skus));
    chunks(codes.stream().filter(code -> !customers.contains(code)).toList())
        .forEach(this::createCustomers);
  }

  private void createProducts(List<String> skus, Map<String, Optional<String>> names) {
    Map<String, Product> existing = session.catalog().getAll(skus);
    List<CreateProduct> create = new ArrayList<>();
    for (String sku : skus) {
      Product product = existing.get(sku);
      boolean named =
          product == null
              ? names.getOrDefault(sku, Optional.empty()).isPresent()
              : product.details().name().isPresent();
      if (product == null) {
        CreateProduct.Builder builder =
            RetailLine.isFee(sku) ? CreateProduct.service(sku) : CreateProduct.goods(sku);
        names.getOrDefault(sku, Optional.empty()).ifPresent(text -> builder.name(name(text)));
        create.add(builder.requestId(id("product", sku)).build());
      }
      if (!named) {
        nameless.add(sku);
      }
    }
    session.catalog().createAll(create).forEach(Outcome::orThrow);
    products.addAll(skus);
  }

  private void createCustomers(List<String> codes) {
    Map<String, Partner> existing = session.partners().getAll(PartnerKind.CUSTOMER, codes);
    List<CreatePartner> create =
        codes.stream()
            .filter(code -> !existing.containsKey(code))
            .map(code -> CreatePartner.customer(code).requestId(id("customer", code)).build())
            .toList();
    session.partners().createAll(create).forEach(Outcome::orThrow);
    customers.addAll(codes);
  }

  /** Tells whether a line brings the first name of its product. */
  boolean names(RetailLine line) {
    return line.description().isPresent() && nameless.contains(line.sku());
  }

  /** Gives a product that went by its code the name that a line brings. */
  void name(RetailLine line) {
    Product product = session.catalog().get(line.sku());
    if (product.details().name().isEmpty()) {
      session
          .catalog()
          .update(
              UpdateProduct.of(product)
                  .name(name(line.description().orElseThrow()))
                  .requestId(id("name", line.sku()))
                  .build());
    }
    nameless.remove(line.sku());
  }

  /** A request id of a code, which may be longer than a request id and not ASCII. */
  private static String id(String what, String code) {
    String encoded = URLEncoder.encode(code, StandardCharsets.UTF_8);
    return what
        + "-"
        + (encoded.length() <= Codes.MAX_BYTES
            ? encoded
            : UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)));
  }

  private static String name(String description) {
    return RetailLine.cut(description, MAX_NAME);
  }

  /** Cuts into parts that one bulk call takes. */
  static <T> List<List<T>> chunks(List<T> all) {
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += CHUNK) {
      chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
    }
    return chunks;
  }
}
