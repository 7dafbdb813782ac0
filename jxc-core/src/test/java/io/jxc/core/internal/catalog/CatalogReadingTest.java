package io.jxc.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.Pages;
import io.jxc.api.audit.AuditRecord;
import io.jxc.api.audit.AuditedObject;
import io.jxc.api.audit.FieldChange;
import io.jxc.api.audit.ObjectRef;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.catalog.Product;
import io.jxc.api.catalog.ProductQuery;
import io.jxc.api.catalog.ProductStatus;
import io.jxc.api.catalog.StopSell;
import io.jxc.api.catalog.UpdateProduct;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.NotFoundException;
import io.jxc.core.internal.testing.Shop;
import io.jxc.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is listed and logged of products, and who sees it. */
class CatalogReadingTest {
  private final MemoryStore store = MemoryStore.create();
  private final Shop shop = Shop.open(store, options -> options);
  private final JxcSession root = shop.root();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void lists_by_code_category_and_status() {
    List<CreateProduct.Builder> inTurn =
        List.of(
            CreateProduct.goods("b").category("TEA"),
            CreateProduct.goods("a").category("TEA"),
            CreateProduct.goods("B").category("POT"),
            CreateProduct.service("ß"));
    for (CreateProduct.Builder product : inTurn) {
      root.catalog().create(product.build());
      shop.clock.advance(Duration.ofSeconds(1));
    }
    root.catalog().stopSell(StopSell.of("a"));

    assertThat(codes(ProductQuery.all())).containsExactly("B", "a", "b", "ß");
    assertThat(codes(ProductQuery.all().category("TEA"))).containsExactly("a", "b");
    assertThat(codes(ProductQuery.all().status(ProductStatus.SELLABLE)))
        .containsExactly("B", "b", "ß");
    assertThat(codes(ProductQuery.all().category("TEA").status(ProductStatus.STOPPED)))
        .containsExactly("a");
    assertThat(codes(ProductQuery.all().order(ProductQuery.Order.CREATED)))
        .containsExactly("b", "a", "B", "ß");
    assertThat(
            codes(
                ProductQuery.all()
                    .order(ProductQuery.Order.CREATED)
                    .category("TEA")
                    .status(ProductStatus.SELLABLE)))
        .containsExactly("b");
    assertThat(codes(ProductQuery.all().category("GONE"))).isEmpty();
  }

  @Test
  void a_list_goes_on_where_a_page_ended() {
    root.catalog()
        .createAll(
            IntStream.range(0, 25)
                .mapToObj(i -> CreateProduct.goods("P-%02d".formatted(i)).build())
                .toList());

    Page<Product> first = root.catalog().list(ProductQuery.all(), PageRequest.first(10));
    Page<Product> second =
        root.catalog()
            .list(ProductQuery.all(), PageRequest.first(10).after(first.next().orElseThrow()));

    assertThat(first.items()).hasSize(10);
    assertThat(second.items()).extracting(Product::sku).startsWith("P-10").hasSize(10);
    assertThatThrownBy(
            () ->
                root.catalog()
                    .list(
                        ProductQuery.all().category("TEA"),
                        PageRequest.first(10).after(first.next().orElseThrow())))
        .isInstanceOf(InvalidCommandException.class);
  }

  @Test
  void the_log_keeps_each_field_before_and_after() {
    root.catalog().create(tea().build());
    root.catalog()
        .update(
            UpdateProduct.of(root.catalog().get("TEA-01"))
                .name("Loose tea")
                .taxRate("9")
                .withoutAttribute("origin")
                .build());

    Page<AuditRecord> history =
        root.audit().history(new ObjectRef("product", "TEA-01"), PageRequest.first(10));

    assertThat(history.items())
        .extracting(AuditRecord::action)
        .containsExactly("catalog.create", "catalog.update");
    AuditedObject changed = history.items().get(1).object("product").orElseThrow();
    assertThat(changed.changes())
        .extracting(FieldChange::field)
        .containsExactlyInAnyOrder("name", "taxRate", "attributes.origin");
    FieldChange name = changed.change("name").orElseThrow();
    assertThat(name.before()).contains("Green tea");
    assertThat(name.after()).contains("Loose tea");
  }

  @Test
  void who_lacks_a_permission_is_refused_before_anything_is_told() {
    root.catalog().create(tea().build());
    JxcSession stranger = shop.as("nobody");

    assertThatThrownBy(() -> stranger.catalog().get("TEA-01"))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> stranger.catalog().get("GONE"))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> stranger.catalog().create(tea().build()))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> stranger.catalog().findByBarcode("6901234567892"))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> stranger.catalog().list(ProductQuery.all(), PageRequest.first(1)))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void another_tenants_products_are_absent_and_take_no_code() {
    shop.provision("other");
    JxcSession other = shop.jxc.as(Actor.of("other", "root"));
    root.catalog().create(tea().build());

    assertThatThrownBy(() -> other.catalog().get("TEA-01")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> other.catalog().stopSell(StopSell.of("TEA-01")))
        .isInstanceOf(NotFoundException.class);
    assertThat(other.catalog().findByBarcode("6901234567892")).isEmpty();
    assertThat(other.catalog().create(tea().build()).sku()).isEqualTo("TEA-01");
  }

  private List<String> codes(ProductQuery query) {
    return Pages.stream(request -> root.catalog().list(query, request)).map(Product::sku).toList();
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
