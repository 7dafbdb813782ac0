package io.jxc.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jxc.api.Checks;
import io.jxc.api.Quantity;
import io.jxc.api.UnitPrice;
import io.jxc.api.UnitRatio;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.catalog.Product;
import io.jxc.api.catalog.ProductResult;
import io.jxc.api.catalog.ProductStatus;
import io.jxc.api.catalog.ProductUnit;
import io.jxc.api.catalog.ResumeSell;
import io.jxc.api.catalog.StopSell;
import io.jxc.api.catalog.UpdateProduct;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.event.CatalogEvent;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.KnownView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogRulesTest {
  private final KnownView view = new KnownView();

  @Test
  void a_new_product_is_for_sale() {
    Decision<ProductResult> decision =
        CatalogRules.create(view, tea().build(), KnownView.context());

    view.apply(decision);
    ProductDocument stored = CatalogRules.product(view, "TEA-01");
    assertThat(stored.sellable()).isTrue();
    assertThat(stored.stocked()).isTrue();
    assertThat(stored.createdAt()).isEqualTo(KnownView.NOW);
    assertThat(stored.details()).isEqualTo(tea().build().details());
    assertThat(KnownView.events(decision))
        .singleElement()
        .isInstanceOfSatisfying(
            CatalogEvent.ProductCreated.class, e -> assertThat(e.sku()).isEqualTo("TEA-01"));
  }

  @Test
  void a_service_has_no_stock() {
    create(CreateProduct.service("POST"));

    assertThat(CatalogRules.product(view, "POST").stocked()).isFalse();
  }

  @Test
  void a_code_names_one_product() {
    create(tea());

    assertThatThrownBy(() -> create(CreateProduct.service("TEA-01")))
        .isInstanceOfSatisfying(
            DuplicateKeyException.class,
            e -> {
              assertThat(e.index()).isEqualTo("product.sku");
              assertThat(e.value()).isEqualTo("TEA-01");
            });
  }

  @Test
  void a_barcode_leads_to_one_product() {
    create(tea());

    assertThatThrownBy(() -> create(CreateProduct.goods("TEA-02").unit("CASE", 6, "BOX-CODE")))
        .isInstanceOfSatisfying(
            DuplicateKeyException.class,
            e -> {
              assertThat(e.index()).isEqualTo("product.barcode");
              assertThat(e.value()).isEqualTo("BOX-CODE");
            });
  }

  @Test
  void a_barcode_given_up_may_be_taken_by_another() {
    create(tea());
    update(UpdateProduct.of(read("TEA-01")).withoutBarcode("BOX-CODE"));

    create(CreateProduct.goods("TEA-02").barcode("BOX-CODE"));

    assertThat(CatalogRules.product(view, "TEA-02").barcodes()).containsExactly("BOX-CODE");
  }

  @Test
  void a_barcode_may_move_between_the_units_of_its_product() {
    create(tea());

    update(UpdateProduct.of(read("TEA-01")).withoutBarcode("BOX-CODE").barcode("BOX-CODE"));

    assertThat(read("TEA-01").details().unitOfBarcode("BOX-CODE"))
        .map(ProductUnit::code)
        .contains("PCS");
  }

  @Test
  void an_update_replaces_the_details_and_nothing_else() {
    create(tea());
    view.apply(CatalogRules.stopSell(view, StopSell.of("TEA-01"), KnownView.context()));

    Decision<ProductResult> decision =
        CatalogRules.update(
            view, UpdateProduct.of(read("TEA-01")).name("Loose tea").build(), KnownView.context());

    view.apply(decision);
    assertThat(read("TEA-01").name()).isEqualTo("Loose tea");
    assertThat(read("TEA-01").status()).isEqualTo(ProductStatus.STOPPED);
    assertThat(KnownView.events(decision)).hasOnlyElementsOfType(CatalogEvent.ProductUpdated.class);
  }

  @Test
  void an_update_of_what_somebody_else_changed_is_refused() {
    create(tea());
    Product read = read("TEA-01");
    update(UpdateProduct.of(read).name("first"));

    StaleVersionException stale =
        catchThrowableOfType(
            StaleVersionException.class, () -> update(UpdateProduct.of(read).name("second")));

    assertThat(stale.currentVersion()).isEqualTo(read("TEA-01").version());
    assertThat(read("TEA-01").name()).isEqualTo("first");
  }

  @Test
  void the_base_unit_never_changes() {
    create(tea());
    Product read = read("TEA-01");
    UpdateProduct other =
        new UpdateProduct(
            "r",
            "TEA-01",
            read.version(),
            CreateProduct.goods("TEA-01").baseUnit("KG").build().details());

    InvalidCommandException refused =
        catchThrowableOfType(
            InvalidCommandException.class,
            () -> CatalogRules.update(view, other, KnownView.context()));

    assertThat(refused.code()).isEqualTo("value.unknown");
    assertThat(refused.violations()).extracting("found").containsExactly("KG");
  }

  @Test
  void selling_stops_and_resumes_and_says_so_once() {
    create(tea());

    Decision<ProductResult> stop =
        CatalogRules.stopSell(view, StopSell.of("TEA-01"), KnownView.context());
    view.apply(stop);
    Decision<ProductResult> again =
        CatalogRules.stopSell(view, StopSell.of("TEA-01"), KnownView.context());
    view.apply(again);
    Decision<ProductResult> resume =
        CatalogRules.resumeSell(view, ResumeSell.of("TEA-01"), KnownView.context());
    view.apply(resume);

    assertThat(KnownView.events(stop))
        .hasOnlyElementsOfType(CatalogEvent.ProductStatusChanged.class);
    assertThat(again.result().status()).isEqualTo(ProductStatus.STOPPED);
    assertThat(KnownView.events(again)).isEmpty();
    assertThat(resume.result().status()).isEqualTo(ProductStatus.SELLABLE);
    assertThat(read("TEA-01").sellable()).isTrue();
  }

  @Test
  void what_is_not_there_cannot_change() {
    create(tea());
    UpdateProduct gone =
        new UpdateProduct("r", "GONE", 1, CreateProduct.goods("GONE").build().details());

    assertThatThrownBy(() -> CatalogRules.update(view, gone, KnownView.context()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> CatalogRules.stopSell(view, StopSell.of("GONE"), KnownView.context()))
        .isInstanceOfSatisfying(
            NotFoundException.class, e -> assertThat(e.key()).isEqualTo("GONE"));
  }

  @Test
  void other_rules_see_products_and_hear_of_unknown_ones_by_path() {
    create(tea());
    Map<String, ProductDocument> products = CatalogRules.products(view, List.of("TEA-01", "GONE"));
    Checks checks = new Checks();

    Optional<ProductDocument> there =
        CatalogRules.referred(checks, "lines[0].sku", products, "TEA-01");
    Optional<ProductDocument> gone =
        CatalogRules.referred(checks, "lines[1].sku", products, "GONE");

    assertThat(products).containsOnlyKeys("TEA-01");
    assertThat(there).isPresent();
    assertThat(gone).isEmpty();
    assertThatThrownBy(checks::done)
        .isInstanceOfSatisfying(
            InvalidCommandException.class,
            e -> {
              assertThat(e.code()).isEqualTo("reference.unknown");
              assertThat(e.violations()).extracting("path").containsExactly("lines[1].sku");
            });
  }

  @Test
  void quantities_convert_to_base_units_exactly_or_not_at_all() {
    create(tea().unit(ProductUnit.of("THIRD", new UnitRatio(1, 3))));
    ProductDocument product = CatalogRules.product(view, "TEA-01");

    assertThat(product.toBase(Quantity.of("2.5"), Optional.of("BOX"))).isEqualTo(Quantity.of(30));
    assertThat(product.toBase(Quantity.of("2.5"), Optional.empty())).isEqualTo(Quantity.of("2.5"));
    assertThat(product.toBase(Quantity.of(3), Optional.of("THIRD"))).isEqualTo(Quantity.of(1));
    assertThatThrownBy(() -> product.toBase(Quantity.of(1), Optional.of("THIRD")))
        .isInstanceOfSatisfying(
            InvalidCommandException.class, e -> assertThat(e.code()).isEqualTo("unit.inexact"));
    assertThatThrownBy(() -> product.toBase(Quantity.of(1), Optional.of("PALLET")))
        .isInstanceOfSatisfying(
            InvalidCommandException.class,
            e -> assertThat(e.getMessage()).contains("PCS, BOX, THIRD").contains("PALLET"));
  }

  @Test
  void list_prices_are_asked_by_unit() {
    create(tea());
    ProductDocument product = CatalogRules.product(view, "TEA-01");

    assertThat(product.listPrice(Optional.empty())).contains(UnitPrice.of("10"));
    assertThat(product.listPrice(Optional.of("BOX"))).contains(UnitPrice.of("120"));
    assertThat(product.displayName()).isEqualTo("Green tea");
  }

  private static CreateProduct.Builder tea() {
    return CreateProduct.goods("TEA-01")
        .name("Green tea")
        .barcode("PIECE-CODE")
        .unit("BOX", 12, "BOX-CODE")
        .listPrice("10.00")
        .taxRate("13")
        .attribute("origin", "Hangzhou");
  }

  private void create(CreateProduct.Builder product) {
    view.apply(CatalogRules.create(view, product.build(), KnownView.context()));
  }

  private void update(UpdateProduct.Builder product) {
    view.apply(CatalogRules.update(view, product.build(), KnownView.context()));
  }

  private Product read(String sku) {
    return CatalogRules.product(view, sku).view(view.version(CatalogTypes.PRODUCT, sku));
  }
}
