package io.jxc.core.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.audit.AuditOutcome;
import io.jxc.api.audit.AuditedObject;
import io.jxc.api.audit.ChangeKind;
import io.jxc.api.audit.FieldChange;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JournalRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditViewsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "unitCost",
        "lines[3].unitCost",
        "cost.average",
        "stockValue",
        "margin",
        "GrossProfit"
      })
  void costsAreMasked(String field) {
    assertThat(seen(field, "6.00", false))
        .isEqualTo(new FieldChange(field, Optional.empty(), Optional.empty(), true));
    assertThat(seen(field, "6.00", true))
        .isEqualTo(new FieldChange(field, Optional.empty(), Optional.of("6.00"), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"unitCost\":\"6.00\"}", "[{\"sku\":\"A\",\"lastCost\": \"6\"}]"})
  void costsInsideNestedTextsAreMasked(String json) {
    assertThat(seen("lines", json, false).masked()).isTrue();
  }

  @Test
  void everythingElseIsShown() {
    assertThat(seen("name", "Tea at low cost", false).after()).contains("Tea at low cost");
    assertThat(seen("price", "10.00", false).after()).contains("10.00");
  }

  @Test
  void aDigestThatWouldLetCostsBeGuessedIsWithheld() {
    assertThat(object("name", "Tea", false).digest()).isEmpty();
    assertThat(object("name", "Tea", true).digest()).contains("d1");
  }

  private static FieldChange seen(String field, String after, boolean seesCosts) {
    return object(field, after, seesCosts).change(field).orElseThrow();
  }

  private static AuditedObject object(String field, String after, boolean seesCosts) {
    ObjectEntry object =
        new ObjectEntry(
            "product",
            "TEA",
            ChangeKind.UPDATED,
            List.of(new ObjectEntry.Field(field, Optional.empty(), Optional.of(after))),
            Optional.of("d1"),
            Optional.empty());
    AuditEntry entry =
        new AuditEntry(
            Instant.EPOCH,
            "root",
            Optional.empty(),
            "catalog.update",
            Optional.of("r-1"),
            AuditOutcome.OK,
            Optional.empty(),
            Optional.empty(),
            0,
            1,
            List.of(object));
    JournalEntry stored = AuditTypes.AUDIT.encode(entry);
    JournalRow row =
        new JournalRow(stored.type(), 1, stored.format(), stored.attributes(), stored.body());
    return AuditViews.of(row, seesCosts).objects().get(0);
  }
}
