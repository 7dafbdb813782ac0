package io.jxc.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.error.InvalidCommandException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpdateProductTest {
  private static final Product TEA =
      new Product(
          "TEA-01",
          ProductKind.GOODS,
          ProductStatus.SELLABLE,
          CostingMethod.MOVING_AVERAGE,
          CreateProduct.goods("TEA-01")
              .name("Green tea")
              .spec("250 g")
              .category("TEA")
              .barcode("1")
              .listPrice("10")
              .unit("BOX", 12, "2", "3")
              .taxRate("13")
              .attribute("origin", "Hangzhou")
              .build()
              .details(),
          Instant.EPOCH,
          7);

  @Test
  void keeps_what_it_is_not_told_to_change() {
    UpdateProduct update = UpdateProduct.of(TEA).build();

    assertThat(update.details()).isEqualTo(TEA.details());
    assertThat(update.expectedVersion()).isEqualTo(7);
    assertThat(update.sku()).isEqualTo("TEA-01");
  }

  @Test
  void changes_and_removes_what_it_is_told() {
    ProductDetails details =
        UpdateProduct.of(TEA)
            .name("Green tea, loose")
            .spec(Optional.empty())
            .model(Optional.of("M"))
            .category(Optional.empty())
            .listPrice(Optional.empty())
            .taxRate(Optional.empty())
            .withoutBarcode("3")
            .barcode("4")
            .withoutAttribute("origin")
            .build()
            .details();

    assertThat(details.name()).contains("Green tea, loose");
    assertThat(details.spec()).isEmpty();
    assertThat(details.model()).contains("M");
    assertThat(details.category()).isEmpty();
    assertThat(details.taxRate()).isEmpty();
    assertThat(details.attributes()).isEmpty();
    assertThat(details.baseUnit().barcodes()).containsExactly("1", "4");
    assertThat(details.baseUnit().listPrice()).isEmpty();
    assertThat(details.unit("BOX").orElseThrow().barcodes()).containsExactly("2");
  }

  @Test
  void removes_further_units_but_never_the_base_unit() {
    ProductDetails details =
        UpdateProduct.of(TEA).withoutUnit("BOX").withoutUnit("PCS").build().details();

    assertThat(details.units()).extracting(ProductUnit::code).containsExactly("PCS");
  }

  @Test
  void refuses_a_version_nobody_can_have_read() {
    assertThatThrownBy(() -> new UpdateProduct("r", "A", 0, TEA.details()))
        .isInstanceOf(InvalidCommandException.class)
        .hasMessageContaining("1 or more");
  }

  @Test
  void a_product_without_a_name_goes_by_its_code() {
    Product nameless =
        new Product(
            "X",
            ProductKind.SERVICE,
            ProductStatus.STOPPED,
            CostingMethod.MOVING_AVERAGE,
            CreateProduct.service("X").build().details(),
            Instant.EPOCH,
            1);

    assertThat(nameless.name()).isEqualTo("X");
    assertThat(nameless.sellable()).isFalse();
    assertThat(TEA.name()).isEqualTo("Green tea");
    assertThat(TEA.sellable()).isTrue();
    assertThat(TEA.category()).contains("TEA");
    assertThat(TEA.listPrice("BOX")).hasToString("Optional[120]");
  }

  @Test
  void other_commands_and_queries_check_their_codes() {
    assertThatThrownBy(() -> StopSell.of("")).isInstanceOf(InvalidCommandException.class);
    assertThatThrownBy(() -> ResumeSell.of("@")).isInstanceOf(InvalidCommandException.class);
    assertThatThrownBy(() -> ProductQuery.all().category(" "))
        .isInstanceOf(InvalidCommandException.class);
    assertThat(ProductQuery.all().category("TEA").status(ProductStatus.STOPPED))
        .isEqualTo(
            new ProductQuery(
                Optional.of("TEA"), Optional.of(ProductStatus.STOPPED), ProductQuery.Order.SKU));
  }
}
