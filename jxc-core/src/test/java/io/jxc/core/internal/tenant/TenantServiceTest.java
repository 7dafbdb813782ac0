package io.jxc.core.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.Actor;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.audit.AuditRecord;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.ConflictException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.tenant.NegativeStock;
import io.jxc.api.tenant.NewTenant;
import io.jxc.api.tenant.SettingsView;
import io.jxc.api.tenant.TenantInfo;
import io.jxc.api.tenant.TenantSettings;
import io.jxc.api.tenant.UpdateSettings;
import io.jxc.core.internal.testing.Shop;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TenantServiceTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final Shop shop = Shop.open();

  @AfterEach
  void closeShop() {
    shop.close();
  }

  @Test
  void aNewTenantHasItsSettingsAndAnAdminWhoMayDoEverything() {
    assertThat(shop.root().tenant().settings().settings())
        .isEqualTo(TenantSettings.of("CNY", SHANGHAI));
    assertThat(shop.root().access().myAccess().grants()).hasSameSizeAs(Permissions.all());
  }

  @Test
  void provisioningAgainChangesNothing() {
    NewTenant acme = NewTenant.of("acme").currency("CNY").zone("Asia/Shanghai").admin("root");
    SettingsView now = shop.root().tenant().settings();
    shop.root().tenant().update(UpdateSettings.of(now).autoConfirm(false).build());

    TenantInfo again = shop.jxc.provision(acme);
    shop.jxc.provision(NewTenant.of("acme").currency("CNY").zone("UTC").admin("mallory"));

    assertThat(again.currency()).isEqualTo("CNY");
    assertThat(shop.root().tenant().settings().settings().autoConfirm()).isFalse();
    assertThat(shop.root().tenant().settings().settings().zone()).isEqualTo(SHANGHAI);
    assertThatThrownBy(() -> shop.as("mallory").tenant().settings())
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void anotherCurrencyForATenantThatExistsIsAConflict() {
    assertThatThrownBy(
            () -> shop.jxc.provision(NewTenant.of("acme").currency("EUR").zone("UTC").admin("x")))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("CNY");
  }

  @Test
  void changedSettingsAreSeenAtOnceAndAudited() {
    SettingsView now = shop.root().tenant().settings();
    TenantSettings wanted =
        now.settings()
            .withCurrency("EUR")
            .withNegativeStock(NegativeStock.ALLOW)
            .withHoldTime(Duration.ofHours(2));

    long version =
        shop.root().tenant().update(UpdateSettings.of(now).settings(wanted).build()).version();

    assertThat(shop.root().tenant().settings()).isEqualTo(new SettingsView(wanted, version));
    List<AuditRecord> records =
        shop.root()
            .audit()
            .search(AuditQuery.all().action("tenant.update-settings"), PageRequest.first(10))
            .items();
    assertThat(records).hasSize(1);
    assertThat(records.get(0).objects().get(0).changes())
        .extracting(change -> change.field())
        .containsExactlyInAnyOrder("currency", "negativeStock", "holdTime");
  }

  @Test
  void theCurrencyIsFixedByTheFirstPostingAndNothingElseIs() {
    shop.root().inventory().createWarehouse(CreateWarehouse.of("MAIN").build());
    shop.root().catalog().create(CreateProduct.goods("TEA-1").build());
    changeCurrency("EUR");
    assertThat(shop.root().tenant().settings().settings().currency()).isEqualTo("EUR");

    shop.root().inventory().receive(ReceiveGoods.into("MAIN").line("TEA-1", "1", "6.00").build());

    assertThatThrownBy(() -> changeCurrency("CNY"))
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            e -> {
              assertThat(e.code()).isEqualTo("tenant.currency-fixed");
              assertThat(e.arguments()).containsEntry("found", "EUR");
            });
    SettingsView now = shop.root().tenant().settings();
    shop.root().tenant().update(UpdateSettings.of(now).autoConfirm(false).build());
    assertThat(shop.root().tenant().settings().settings().currency()).isEqualTo("EUR");
  }

  private void changeCurrency(String currency) {
    SettingsView now = shop.root().tenant().settings();
    shop.root()
        .tenant()
        .update(UpdateSettings.of(now).settings(now.settings().withCurrency(currency)).build());
  }

  @Test
  void settingsChangedMeanwhileAreNotOverwritten() {
    SettingsView seen = shop.root().tenant().settings();
    shop.root().tenant().update(UpdateSettings.of(seen).autoConfirm(false).build());

    assertThatThrownBy(
            () ->
                shop.root()
                    .tenant()
                    .update(UpdateSettings.of(seen).negativeStock(NegativeStock.ALLOW).build()))
        .isInstanceOf(StaleVersionException.class);
  }

  @Test
  void tenantsDoNotShareSettings() {
    shop.provision("other");
    SettingsView now = shop.root().tenant().settings();
    shop.root().tenant().update(UpdateSettings.of(now).autoConfirm(false).build());

    assertThat(shop.jxc.as(Actor.of("other", "root")).tenant().settings().settings().autoConfirm())
        .isTrue();
  }
}
