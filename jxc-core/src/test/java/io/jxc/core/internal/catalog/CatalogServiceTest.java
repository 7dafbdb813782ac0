package io.jxc.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jxc.api.JxcSession;
import io.jxc.api.Outcome;
import io.jxc.api.PageRequest;
import io.jxc.api.TenantId;
import io.jxc.api.catalog.BarcodeMatch;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.catalog.Product;
import io.jxc.api.catalog.ProductQuery;
import io.jxc.api.catalog.ProductResult;
import io.jxc.api.catalog.ProductStatus;
import io.jxc.api.catalog.ProductUnit;
import io.jxc.api.catalog.ResumeSell;
import io.jxc.api.catalog.StopSell;
import io.jxc.api.catalog.UpdateProduct;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.RequestIdReusedException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.core.internal.codec.Json;
import io.jxc.core.internal.testing.Race;
import io.jxc.core.internal.testing.Shop;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.StoreView;
import io.jxc.store.memory.MemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogServiceTest {
  private final MemoryStore store = MemoryStore.create();
  private final Shop shop = Shop.open(store, options -> options);
  private final JxcSession root = shop.root();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void a_product_is_read_as_it_was_created() {
    CreateProduct command = tea().build();

    ProductResult result = root.catalog().create(command);

    Product product = root.catalog().get("TEA-01");
    assertThat(product.details()).isEqualTo(command.details());
    assertThat(product.version()).isEqualTo(result.version()).isPositive();
    assertThat(product.status()).isEqualTo(ProductStatus.SELLABLE);
  }

  @Test
  void a_scanned_barcode_leads_to_the_product_and_its_unit() {
    root.catalog().create(tea().build());

    assertThat(root.catalog().findByBarcode(" 6901234567908 "))
        .map(BarcodeMatch::unit)
        .map(ProductUnit::code)
        .contains("BOX");
    assertThat(root.catalog().findByBarcode("6901234567892"))
        .map(match -> match.unit().code() + " of " + match.product().sku())
        .contains("PCS of TEA-01");
  }

  @Test
  void a_barcode_is_found_whole_or_not_at_all() {
    root.catalog().create(tea().build());

    assertThat(root.catalog().findByBarcode("690123456789")).isEmpty();
    assertThat(root.catalog().findByBarcode("69012345678920")).isEmpty();
    assertThatThrownBy(() -> root.catalog().findByBarcode(""))
        .isInstanceOf(InvalidCommandException.class);
  }

  @Test
  void an_update_is_read_back_and_moves_its_barcodes() {
    root.catalog().create(tea().build());
    Product read = root.catalog().get("TEA-01");

    ProductResult result =
        root.catalog()
            .update(
                UpdateProduct.of(read)
                    .name("Loose tea")
                    .withoutBarcode("6901234567892")
                    .barcode("NEW")
                    .build());

    Product after = root.catalog().get("TEA-01");
    assertThat(after.name()).isEqualTo("Loose tea");
    assertThat(after.version()).isEqualTo(result.version()).isGreaterThan(read.version());
    assertThat(after.createdAt()).isEqualTo(read.createdAt());
    assertThat(root.catalog().findByBarcode("6901234567892")).isEmpty();
    assertThat(root.catalog().findByBarcode("NEW")).isPresent();
  }

  @Test
  void a_product_is_stopped_once_however_often_it_is_asked() {
    root.catalog().create(tea().build());

    ProductResult first = root.catalog().stopSell(StopSell.of("TEA-01"));
    ProductResult again = root.catalog().stopSell(StopSell.of("TEA-01"));

    Product stopped = root.catalog().get("TEA-01");
    assertThat(stopped.status()).isEqualTo(ProductStatus.STOPPED);
    assertThat(stopped.version()).isEqualTo(first.version());
    assertThat(again.status()).isEqualTo(ProductStatus.STOPPED);
    assertThat(root.catalog().resumeSell(ResumeSell.of("TEA-01")).status())
        .isEqualTo(ProductStatus.SELLABLE);
  }

  @Test
  void an_update_of_what_was_read_before_somebody_elses_change_is_refused() {
    root.catalog().create(tea().build());
    Product read = root.catalog().get("TEA-01");
    root.catalog().stopSell(StopSell.of("TEA-01"));

    assertThatThrownBy(() -> root.catalog().update(UpdateProduct.of(read).name("x").build()))
        .isInstanceOfSatisfying(
            StaleVersionException.class,
            e -> assertThat(e.currentVersion()).isEqualTo(root.catalog().get("TEA-01").version()));
  }

  @Test
  void a_repeated_request_gets_its_first_answer() {
    CreateProduct command = tea().requestId("r-1").build();
    ProductResult first = root.catalog().create(command);
    root.catalog().stopSell(StopSell.of("TEA-01"));

    assertThat(root.catalog().create(command)).isEqualTo(first);
  }

  @Test
  void a_request_id_with_other_content_is_refused() {
    root.catalog().create(tea().requestId("r-1").build());

    assertThatThrownBy(
            () -> root.catalog().create(CreateProduct.goods("X").requestId("r-1").build()))
        .isInstanceOf(RequestIdReusedException.class);
    assertThatThrownBy(() -> root.catalog().get("X")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void hundreds_of_products_come_in_one_call_with_an_outcome_each() {
    root.catalog().create(CreateProduct.goods("P-100").build());
    List<CreateProduct> commands =
        IntStream.range(0, 700)
            .mapToObj(i -> CreateProduct.goods("P-" + i).barcode("B-" + i / 2).build())
            .toList();

    List<Outcome<ProductResult>> outcomes = root.catalog().createAll(commands);

    assertThat(outcomes).hasSize(700);
    assertThat(outcomes.get(0).orThrow().sku()).isEqualTo("P-0");
    assertThat(outcomes.get(1).error())
        .containsInstanceOf(DuplicateKeyException.class)
        .map(JxcException::getMessage)
        .hasValueSatisfying(text -> assertThat(text).contains("product.barcode", "B-0"));
    assertThat(outcomes.get(100).error())
        .map(JxcException::getMessage)
        .hasValueSatisfying(text -> assertThat(text).contains("product.sku", "P-100"));
    // its even neighbour was refused, so that the barcode was free
    assertThat(outcomes.get(101).orThrow().sku()).isEqualTo("P-101");
    assertThat(outcomes.stream().filter(o -> o.result().isPresent())).hasSize(350);
  }

  @Test
  void many_updates_come_in_one_call_too() {
    root.catalog().create(tea().build());
    root.catalog().create(CreateProduct.goods("X").build());
    Product read = root.catalog().get("TEA-01");
    Product other = root.catalog().get("X");

    List<Outcome<ProductResult>> outcomes =
        root.catalog()
            .updateAll(
                List.of(
                    UpdateProduct.of(read).name("first").build(),
                    UpdateProduct.of(read).name("second").build(),
                    UpdateProduct.of(other).name("X!").build()));

    assertThat(outcomes.get(1).error()).containsInstanceOf(StaleVersionException.class);
    assertThat(root.catalog().getAll(List.of("X", "TEA-01", "GONE", "X")).values())
        .extracting(Product::name)
        .containsExactly("X!", "first");
  }

  @Test
  void more_than_a_thousand_at_once_are_refused() {
    List<CreateProduct> commands =
        IntStream.range(0, 1_001).mapToObj(i -> CreateProduct.goods("P-" + i).build()).toList();
    List<String> skus = commands.stream().map(CreateProduct::sku).toList();

    assertThatThrownBy(() -> root.catalog().createAll(commands))
        .isInstanceOf(InvalidCommandException.class);
    assertThatThrownBy(() -> root.catalog().getAll(skus))
        .isInstanceOf(InvalidCommandException.class);
  }

  @Test
  void one_of_many_who_take_the_same_code_gets_it() {
    List<Object> outcomes =
        Race.of(
            8,
            i -> root.catalog().create(CreateProduct.goods("TEA-01").name("Tea of " + i).build()));

    assertThat(outcomes).filteredOn(ProductResult.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(DuplicateKeyException.class::isInstance).hasSize(7);
  }

  @Test
  void one_of_many_who_take_the_same_barcode_gets_it() {
    List<Object> outcomes =
        Race.of(
            8, i -> root.catalog().create(CreateProduct.goods("P-" + i).barcode("690").build()));

    assertThat(outcomes).filteredOn(ProductResult.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(DuplicateKeyException.class::isInstance)
        .hasSize(7)
        .allSatisfy(
            e -> assertThat(((DuplicateKeyException) e).index()).isEqualTo("product.barcode"));
    ProductResult winner =
        outcomes.stream()
            .filter(ProductResult.class::isInstance)
            .map(ProductResult.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(root.catalog().findByBarcode("690"))
        .map(match -> match.product().sku())
        .contains(winner.sku());
    assertThat(root.catalog().list(ProductQuery.all(), PageRequest.first(10)).items()).hasSize(1);
  }

  @Test
  void one_of_many_who_update_the_same_version_succeeds() {
    root.catalog().create(tea().build());
    Product read = root.catalog().get("TEA-01");

    List<Object> outcomes =
        Race.of(8, i -> root.catalog().update(UpdateProduct.of(read).name("Name " + i).build()));

    assertThat(outcomes).filteredOn(ProductResult.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(StaleVersionException.class::isInstance).hasSize(7);
  }

  @Test
  void what_a_newer_version_wrote_survives_an_update() {
    root.catalog().create(tea().build());
    addField("shelfLife", "90 days");

    root.catalog().update(UpdateProduct.of(root.catalog().get("TEA-01")).name("Loose tea").build());
    root.catalog().stopSell(StopSell.of("TEA-01"));

    assertThat(Json.tree(row().body()).path("shelfLife").asText()).isEqualTo("90 days");
    assertThat(Json.tree(row().body()).path("name").asText()).isEqualTo("Loose tea");
  }

  private DocumentRow row() {
    try (StoreView view = store.view(TenantId.of("acme"))) {
      return view.documents("product", List.of("TEA-01")).get(0);
    }
  }

  /** Writes as a later version of the library would, past this one. */
  private void addField(String name, String value) {
    DocumentRow row = row();
    ObjectNode body = (ObjectNode) Json.tree(row.body());
    body.put(name, value);
    DocumentChange.Content content =
        new DocumentChange.Content(row.format(), row.attributes(), Json.write(body));
    TenantId tenant = TenantId.of("acme");
    ChangeSet changes =
        ChangeSet.builder(tenant, store.head(tenant).sequence(), UUID.randomUUID(), Instant.now())
            .document(new DocumentChange("product", "TEA-01", row.version(), Optional.of(content)))
            .build();
    assertThat(store.commit(changes)).isInstanceOf(Commit.Committed.class);
  }

  private static CreateProduct.Builder tea() {
    return CreateProduct.goods("TEA-01")
        .name("Green tea")
        .category("TEA")
        .barcode("6901234567892")
        .unit("BOX", 12, "6901234567908")
        .listPrice("10.00")
        .taxRate("13")
        .attribute("origin", "Hangzhou");
  }
}
