package io.jxc.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.UnitRatio;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.catalog.ProductUnit;
import io.jxc.core.internal.codec.Json;
import io.jxc.core.internal.codec.Stored;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.DocumentRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductDocumentTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00.123456Z");
  private static final ProductDocument TEA =
      ProductDocument.of(
          CreateProduct.goods("TEA-01")
              .name("Green tea")
              .category("TEA")
              .barcode("1")
              .listPrice("10.00")
              .unit("BOX", 12, "2")
              .unit(ProductUnit.of("GRAM", new UnitRatio(1, 250)))
              .taxRate("7.25")
              .attribute("origin", "Hangzhou")
              .build(),
          NOW);

  @Test
  void comes_back_as_it_was_stored() {
    Stored<ProductDocument> read = decode(CatalogTypes.PRODUCT.encode(TEA, Optional.empty()));

    assertThat(read.value()).isEqualTo(TEA);
  }

  @Test
  void has_a_body_that_stays_readable() {
    String body = text(CatalogTypes.PRODUCT.encode(TEA, Optional.empty()).body());

    assertThat(body)
        .isEqualTo(
            "{\"sku\":\"TEA-01\",\"kind\":\"GOODS\",\"status\":\"SELLABLE\","
                + "\"costing\":\"MOVING_AVERAGE\",\"name\":\"Green tea\",\"category\":\"TEA\","
                + "\"units\":[{\"code\":\"PCS\",\"ratio\":{\"numerator\":1,\"denominator\":1},"
                + "\"barcodes\":[\"1\"],\"listPrice\":\"10\"},"
                + "{\"code\":\"BOX\",\"ratio\":{\"numerator\":12,\"denominator\":1},"
                + "\"barcodes\":[\"2\"]},"
                + "{\"code\":\"GRAM\",\"ratio\":{\"numerator\":1,\"denominator\":250},"
                + "\"barcodes\":[]}],"
                + "\"taxRate\":\"7.25\",\"attributes\":{\"origin\":\"Hangzhou\"},"
                + "\"createdAt\":\"2026-11-22T02:00:00.123456Z\"}");
  }

  @Test
  void keeps_fields_of_a_newer_version() {
    DocumentChange.Content content = CatalogTypes.PRODUCT.encode(TEA, Optional.empty());
    String newer =
        text(content.body())
            .replaceFirst("\\{", "{\"shelfLife\":{\"days\":90},")
            .replaceFirst("}$", ",\"brand\":\"Leaf\"}");
    Stored<ProductDocument> read =
        decode(
            new DocumentChange.Content(
                1, content.attributes(), Bytes.copyOf(newer.getBytes(StandardCharsets.UTF_8))));

    DocumentChange.Content rewritten =
        CatalogTypes.PRODUCT.encode(
            read.value().with(io.jxc.api.catalog.ProductStatus.STOPPED), read.unknown());

    assertThat(Json.tree(rewritten.body()).at("/shelfLife/days").asInt()).isEqualTo(90);
    assertThat(Json.tree(rewritten.body()).at("/brand").asText()).isEqualTo("Leaf");
    assertThat(Json.tree(rewritten.body()).at("/status").asText()).isEqualTo("STOPPED");
  }

  private static Stored<ProductDocument> decode(DocumentChange.Content content) {
    return CatalogTypes.PRODUCT.decode(
        new DocumentRow(
            "product", "TEA-01", 1, content.format(), content.attributes(), content.body()));
  }

  private static String text(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.UTF_8);
  }
}
