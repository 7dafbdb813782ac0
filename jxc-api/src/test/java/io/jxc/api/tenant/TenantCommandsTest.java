package io.jxc.api.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.Violation;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TenantCommandsTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Test
  void theSameTenantIsTheSameRequest() {
    NewTenant one = NewTenant.of("acme").currency("CNY").zone("Asia/Shanghai").admin("root");
    NewTenant again = NewTenant.of("acme").zone("Asia/Shanghai").currency("CNY").admin(" root ");

    assertThat(again).isEqualTo(one);
    assertThat(again.requestId()).isEqualTo(one.requestId()).matches("provision-[0-9a-f]{32}");
  }

  @Test
  void anotherCurrencyIsAnotherRequest() {
    NewTenant yuan = NewTenant.of("acme").currency("CNY").zone("UTC").admin("root");

    assertThat(NewTenant.of("acme").currency("EUR").zone("UTC").admin("root").requestId())
        .isNotEqualTo(yuan.requestId());
    assertThat(yuan.withSettings(yuan.settings().withAutoConfirm(false)).requestId())
        .isNotEqualTo(yuan.requestId());
  }

  @Test
  void everythingWrongWithATenantIsReported() {
    InvalidCommandException refused =
        catchThrowableOfType(
            InvalidCommandException.class,
            () -> NewTenant.of("a b").currency("ZZZ").zone("Mars/Olympus").admin(""));

    assertThat(refused.violations())
        .extracting(Violation::code)
        .containsExactly("tenant.invalid", "code.invalid", "currency.unknown", "value.unknown");
  }

  @Test
  void currencyAndZoneMustBeGiven() {
    InvalidCommandException refused =
        catchThrowableOfType(
            InvalidCommandException.class, () -> NewTenant.of("acme").admin("root"));

    assertThat(refused.violations())
        .extracting(Violation::path)
        .containsExactly("currency", "zone");
  }

  @Test
  void settingsStartAtTheirDefaults() {
    TenantSettings settings = TenantSettings.of("CNY", SHANGHAI);

    assertThat(settings.negativeStock()).isEqualTo(NegativeStock.REFUSE);
    assertThat(settings.autoConfirm()).isTrue();
    assertThat(settings.rounding()).isEqualTo(Rounding.PER_LINE);
    assertThat(settings.returnCost()).isEqualTo(ReturnCost.ORIGINAL);
    assertThat(settings.holdTime()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void holdTimeHasBounds() {
    TenantSettings settings = TenantSettings.of("CNY", SHANGHAI);

    for (Duration wrong : new Duration[] {Duration.ofSeconds(59), Duration.ofDays(91)}) {
      InvalidCommandException refused =
          catchThrowableOfType(InvalidCommandException.class, () -> settings.withHoldTime(wrong));
      assertThat(refused.violations()).extracting(Violation::path).containsExactly("holdTime");
    }
  }

  @Test
  void anUpdateNamesTheVersionItStartsFrom() {
    SettingsView now = new SettingsView(TenantSettings.of("CNY", SHANGHAI), 12);

    UpdateSettings update =
        UpdateSettings.of(now).requestId("r-1").negativeStock(NegativeStock.ALLOW).build();

    assertThat(update.expectedVersion()).isEqualTo(12);
    assertThat(update.settings()).isEqualTo(now.settings().withNegativeStock(NegativeStock.ALLOW));
  }
}
