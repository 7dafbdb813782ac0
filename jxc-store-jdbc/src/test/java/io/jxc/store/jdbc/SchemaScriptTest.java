package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.LineType;
import io.jxc.spi.store.StoreSchema;
import io.jxc.tck.KitTypes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaScriptTest {
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void scriptOfTheSystemTablesIsWhatTheLayoutsSay(Dialect dialect) {
    Migration written = Migration.all(dialect).get(0);
    Migration said = Migration.of(1, written.name(), SchemaPrinter.system(dialect));
    assertThat(written.statements()).isEqualTo(said.statements());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void everyStatementOfEveryScriptMayBeRunAgain(Dialect dialect) {
    assertThat(Migration.all(dialect))
        .allSatisfy(
            script ->
                assertThat(script.statements())
                    .allSatisfy(statement -> assertThat(statement).contains("IF NOT EXISTS")));
  }

  @Test
  void sameDeclarationsGiveTheSameScript() {
    assertThat(SchemaScripts.forH2(KitTypes.SCHEMA))
        .isEqualTo(SchemaScripts.forH2(KitTypes.SCHEMA));
    assertThat(SchemaScripts.forMySql(KitTypes.SCHEMA))
        .contains("CREATE TABLE IF NOT EXISTS jxc_kit_order_line")
        .contains("PRIMARY KEY (tenant, `sku`, sequence)")
        .contains("UNIQUE KEY uq_sequence (tenant, sequence)")
        .doesNotContain("kit_note");
  }

  @Test
  void schemaWithoutTablesOfItsOwnNeedsNoScript() {
    DocumentType shared = DocumentType.named("shared").build();
    assertThat(SchemaScripts.forH2(schema(shared))).isEmpty();
  }

  @Test
  void namesThatAreTakenAreRefused() {
    assertRefused(DocumentType.named("head").dedicated().build(), "head");
    assertThatThrownBy(
            () ->
                SchemaScripts.forH2(
                    new StoreSchema(
                        List.of(
                            DocumentType.named("a")
                                .lines(new LineType(AttributeLayout.EMPTY, List.of()))
                                .build(),
                            DocumentType.named("a_line").dedicated().build()),
                        List.of(),
                        List.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void listingThatNoIndexCanHoldIsRefused() {
    assertRefused(
        DocumentType.named("a")
            .attributes(
                Attribute.code("c1"),
                Attribute.code("c2"),
                Attribute.code("c3"),
                Attribute.code("c4"),
                Attribute.code("c5"),
                Attribute.code("c6"),
                Attribute.code("c7"))
            .listing("wide", List.of("c1", "c2", "c3", "c4"), List.of("c5", "c6", "c7"))
            .dedicated()
            .build(),
        "3072");
  }

  private static StoreSchema schema(DocumentType type) {
    return new StoreSchema(List.of(type), List.of(), List.of());
  }

  private static void assertRefused(DocumentType type, String why) {
    assertThatThrownBy(() -> SchemaScripts.forH2(schema(type)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
