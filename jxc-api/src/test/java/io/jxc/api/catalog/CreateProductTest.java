package io.jxc.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jxc.api.UnitPrice;
import io.jxc.api.UnitRatio;
import io.jxc.api.error.InvalidCommandException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateProductTest {
  @Test
  void needs_a_code_only() {
    CreateProduct product = CreateProduct.goods("TEA-01").build();

    assertThat(product.kind()).isEqualTo(ProductKind.GOODS);
    assertThat(product.costing()).isEqualTo(CostingMethod.MOVING_AVERAGE);
    assertThat(product.details().name()).isEmpty();
    assertThat(product.details().units()).containsExactly(ProductUnit.base("PCS"));
    assertThat(product.requestId()).isNotEqualTo(CreateProduct.goods("TEA-01").build().requestId());
  }

  @Test
  void keeps_everything_it_is_told() {
    CreateProduct product =
        CreateProduct.goods(" TEA-01 ")
            .requestId("r-1")
            .baseUnit("BAG")
            .name("Green tea")
            .spec("250 g")
            .model("2026")
            .category("TEA")
            .barcode("6901234567892")
            .barcode("6901234567893")
            .listPrice("10.00")
            .unit("BOX", 12, "6901234567908")
            .unit(ProductUnit.of("GRAM", new UnitRatio(1, 250)))
            .taxRate("13")
            .attribute("origin", "Hangzhou")
            .build();

    ProductDetails details = product.details();
    assertThat(product.sku()).isEqualTo("TEA-01");
    assertThat(product.requestId()).isEqualTo("r-1");
    assertThat(details.baseUnit().barcodes()).containsExactly("6901234567892", "6901234567893");
    assertThat(details.units()).extracting(ProductUnit::code).containsExactly("BAG", "BOX", "GRAM");
    assertThat(details.spec()).contains("250 g");
    assertThat(details.model()).contains("2026");
    assertThat(details.category()).contains("TEA");
    assertThat(details.taxRate()).hasToString("Optional[13]");
    assertThat(details.attributes()).containsEntry("origin", "Hangzhou");
    assertThat(details.unitOfBarcode("6901234567908")).map(ProductUnit::code).contains("BOX");
    assertThat(details.unitOfBarcode("690123456790")).isEmpty();
  }

  @Test
  void prices_a_unit_by_its_ratio_unless_it_has_a_price_of_its_own() {
    ProductDetails details =
        CreateProduct.goods("TEA-01")
            .listPrice("10.00")
            .unit("BOX", 12)
            .unit(ProductUnit.of("CASE", UnitRatio.of(144)).withListPrice("1300"))
            .unit(ProductUnit.of("THIRD", new UnitRatio(1, 3)))
            .build()
            .details();

    assertThat(details.listPrice("PCS")).contains(UnitPrice.of("10"));
    assertThat(details.listPrice("BOX")).contains(UnitPrice.of("120"));
    assertThat(details.listPrice("CASE")).contains(UnitPrice.of("1300"));
    assertThat(details.listPrice("THIRD")).contains(UnitPrice.of("3.33333333"));
    assertThat(details.listPrice("PALLET")).isEmpty();
    assertThat(CreateProduct.goods("X").unit("BOX", 2).build().details().listPrice("BOX"))
        .isEmpty();
  }

  @Test
  void lists_everything_that_is_wrong_at_once() {
    InvalidCommandException refused =
        refused(
            CreateProduct.goods("")
                .requestId("a#1")
                .name(" ")
                .listPrice("-1")
                .taxRate("101")
                .unit("BOX", 0)
                .unit("", 2)
                .attribute("colour", ""));

    assertThat(refused.violations())
        .extracting("path")
        .containsExactly(
            "listPrice",
            "taxRate",
            "units[1].ratio",
            "units[1].code",
            "requestId",
            "sku",
            "name",
            "attributes.colour");
    assertThat(refused.code()).isEqualTo("command.invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "@x", "a\u0000b", "a\nb", "\uD800"})
  void refuses_a_code_that_is_none(String sku) {
    assertThat(refused(CreateProduct.goods(sku)).violations())
        .extracting("path")
        .containsExactly("sku");
  }

  @Test
  void counts_a_code_in_bytes() {
    assertThat(CreateProduct.goods("茶".repeat(21)).build().sku()).hasSize(21);
    assertThat(refused(CreateProduct.goods("茶".repeat(22))).code()).isEqualTo("code.invalid");
    assertThat(refused(CreateProduct.goods("x".repeat(65))).code()).isEqualTo("code.invalid");
  }

  @Test
  void refuses_prices_with_more_digits_than_can_be_kept() {
    assertThat(refused(CreateProduct.goods("A").listPrice("0.123456789")).code())
        .isEqualTo("decimal.invalid");
    assertThat(refused(CreateProduct.goods("A").listPrice("12345678901234567")).code())
        .isEqualTo("decimal.invalid");
    assertThat(refused(CreateProduct.goods("A").listPrice("1E+1000000000")).code())
        .isEqualTo("decimal.invalid");
  }

  @Test
  void refuses_a_barcode_twice_in_one_unit_or_in_two() {
    InvalidCommandException same = refused(CreateProduct.goods("A").barcode("1").barcode(" 1"));
    InvalidCommandException other =
        refused(CreateProduct.goods("A").barcode("1").unit("B", 2, "1"));

    assertThat(same.code()).isEqualTo("line.duplicate");
    assertThat(other.code()).isEqualTo("line.duplicate");
  }

  @Test
  void replaces_a_unit_of_the_same_code() {
    ProductDetails details = CreateProduct.goods("A").unit("B", 2).unit("B", 3).build().details();

    assertThat(details.unit("B")).map(ProductUnit::ratio).contains(UnitRatio.of(3));
    assertThat(details.units()).hasSize(2);
  }

  @Test
  void refuses_a_base_unit_that_is_not_one() {
    assertThat(refused(CreateProduct.goods("A").unit("PCS", 2)).violations())
        .extracting("path", "code")
        .containsExactly(org.assertj.core.groups.Tuple.tuple("units[0].ratio", "unit.ratio"));
  }

  @Test
  void refuses_details_without_units_or_with_one_twice() {
    assertThat(details(List.of()).code()).isEqualTo("lines.count");
    assertThat(details(List.of(ProductUnit.base("A"), ProductUnit.base("A"))).code())
        .isEqualTo("line.duplicate");
  }

  @Test
  void bounds_units_barcodes_and_attributes() {
    CreateProduct.Builder units = CreateProduct.goods("A");
    IntStream.range(0, 20).forEach(i -> units.unit("U" + i, i + 2));
    CreateProduct.Builder barcodes = CreateProduct.goods("A");
    IntStream.range(0, 21).forEach(i -> barcodes.barcode("B" + i));
    CreateProduct.Builder attributes = CreateProduct.goods("A");
    IntStream.range(0, 51).forEach(i -> attributes.attribute("K" + i, "v"));

    assertThat(refused(units).code()).isEqualTo("lines.count");
    assertThat(refused(barcodes).code()).isEqualTo("lines.count");
    assertThat(refused(attributes).code()).isEqualTo("lines.count");
  }

  private static InvalidCommandException details(List<ProductUnit> units) {
    Optional<String> none = Optional.empty();
    return catchThrowableOfType(
        InvalidCommandException.class,
        () -> new ProductDetails(none, none, none, none, units, Optional.empty(), new TreeMap<>()));
  }

  private static InvalidCommandException refused(CreateProduct.Builder builder) {
    return catchThrowableOfType(InvalidCommandException.class, builder::build);
  }
}
