package io.jxc.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.store.jdbc.JdbcStore;
import io.jxc.store.jdbc.SchemaScripts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The tables that the scripts create are the ones the features declare. */
class CoreSchemaScriptTest {
  @Test
  void theScriptForH2CreatesTheDeclaredTables() throws IOException {
    assertThat(script("h2")).isEqualTo(SchemaScripts.forH2(Features.schema()));
  }

  @Test
  void theScriptForMySqlCreatesTheDeclaredTables() throws IOException {
    assertThat(script("mysql")).isEqualTo(SchemaScripts.forMySql(Features.schema()));
  }

  private static String script(String dialect) throws IOException {
    try (InputStream in = JdbcStore.class.getResourceAsStream(dialect + "/V002__core_types.sql")) {
      assertThat(in).as(dialect).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
