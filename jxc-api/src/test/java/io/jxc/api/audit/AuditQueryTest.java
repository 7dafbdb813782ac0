package io.jxc.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.error.InvalidCommandException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditQueryTest {
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void filtersNarrowOneAfterTheOther() {
    AuditQuery query =
        AuditQuery.all()
            .from(TEN)
            .to(TEN.plusSeconds(1))
            .actor("ann")
            .action("sales.place")
            .object("sales_order", "SO-1")
            .outcome(AuditOutcome.OK);

    assertThat(query.from()).contains(TEN);
    assertThat(query.to()).contains(TEN.plusSeconds(1));
    assertThat(query.actor()).contains("ann");
    assertThat(query.action()).contains("sales.place");
    assertThat(query.object()).contains(new ObjectRef("sales_order", "SO-1"));
    assertThat(query.outcome()).contains(AuditOutcome.OK);
  }

  @Test
  void aTimeThatEndsBeforeItStartsIsRefused() {
    AuditQuery later = AuditQuery.all().from(TEN);

    assertThatThrownBy(() -> later.to(TEN)).isInstanceOf(InvalidCommandException.class);
  }

  @Test
  void anAnchorHasTheFormOfAHash() {
    assertThat(new Anchor(3, "ab".repeat(32)).sequence()).isEqualTo(3);
    assertThatThrownBy(() -> new Anchor(3, "AB".repeat(32)))
        .isInstanceOf(InvalidCommandException.class);
    assertThatThrownBy(() -> new Anchor(-1, "ab".repeat(32)))
        .isInstanceOf(InvalidCommandException.class);
  }
}
