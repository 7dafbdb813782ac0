package io.jxc.core.internal.sim;

import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.access.DefineRole;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.RemoveRole;
import io.jxc.api.access.RevokeRoles;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.catalog.ResumeSell;
import io.jxc.api.catalog.StopSell;
import io.jxc.api.catalog.UpdateProduct;
import io.jxc.api.feed.ReplayFrom;
import io.jxc.api.feed.ReplayParked;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.UpdateWarehouse;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.partner.PartnerKind;
import io.jxc.api.partner.UpdatePartner;
import io.jxc.api.tenant.TenantSettings;
import io.jxc.api.tenant.UpdateSettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Draws commands on what is kept by code: goods, partners, warehouses, users, settings. */
final class Registers {
  private final House house;
  private final Draw draw;

  Registers(House house, Draw draw) {
    this.house = house;
    this.draw = draw;
  }

  /** Several products at once, some of them twice. */
  Call several() {
    return house.several(
        Kind.BULK_CREATE,
        draw,
        () -> productOf("MANY-" + draw.below(200)),
        (s, all) -> s.catalog().createAll(all),
        result -> {});
  }

  Call product() {
    String sku = "NEW-" + draw.below(12);
    String name = "product " + sku;
    return switch (draw.below(6)) {
      case 0, 1, 2 ->
          house.call(
              Kind.CATALOG,
              House.ROOT,
              productOf(sku),
              (s, c) -> s.catalog().create(c),
              house.learn(name));
      case 3 ->
          house.call(
              Kind.CATALOG,
              House.ROOT,
              new UpdateProduct(
                  house.request(), sku, house.version(name, draw), productOf(sku).details()),
              (s, c) -> s.catalog().update(c),
              house.learn(name));
      case 4 ->
          house.call(
              Kind.CATALOG,
              House.ROOT,
              new StopSell(house.request(), draw.chance(0.1) ? House.sku(draw) : sku),
              (s, c) -> s.catalog().stopSell(c),
              house.learn(name));
      default ->
          house.call(
              Kind.CATALOG,
              House.ROOT,
              new ResumeSell(house.request(), draw.chance(0.5) ? House.sku(draw) : sku),
              (s, c) -> s.catalog().resumeSell(c),
              house.learn(name));
    };
  }

  private CreateProduct productOf(String sku) {
    CreateProduct.Builder product =
        CreateProduct.goods(sku).requestId(house.request()).name("tea " + draw.below(9));
    if (draw.chance(0.5)) {
      product.barcode("690" + draw.below(9));
    }
    return product.unit("BOX", 12).listPrice(draw.price()).build();
  }

  Call partner() {
    boolean customer = draw.chance(0.6);
    String code = "P-" + draw.below(10);
    String name = (customer ? "customer " : "supplier ") + code;
    CreatePartner partner =
        (customer ? CreatePartner.customer(code) : CreatePartner.supplier(code))
            .requestId(house.request())
            .name("name " + draw.below(9))
            .build();
    if (draw.chance(0.5)) {
      return house.call(
          Kind.PARTNER, House.ROOT, partner, (s, c) -> s.partners().create(c), house.learn(name));
    }
    return house.call(
        Kind.PARTNER,
        House.ROOT,
        new UpdatePartner(
            house.request(),
            customer ? PartnerKind.CUSTOMER : PartnerKind.SUPPLIER,
            code,
            house.version(name, draw),
            partner.details()),
        (s, c) -> s.partners().update(c),
        house.learn(name));
  }

  Call warehouse() {
    String code = "W-" + draw.below(6);
    if (draw.chance(0.5)) {
      return house.call(
          Kind.WAREHOUSE,
          House.ROOT,
          CreateWarehouse.of(code).requestId(house.request()).build(),
          (s, c) -> s.inventory().createWarehouse(c),
          house.learn(code));
    }
    return house.call(
        Kind.WAREHOUSE,
        House.ROOT,
        new UpdateWarehouse(
            house.request(),
            code,
            house.version(code, draw),
            "name " + draw.below(5),
            draw.chance(0.8),
            Optional.empty()),
        (s, c) -> s.inventory().updateWarehouse(c),
        house.learn(code));
  }

  Call access() {
    String role = "role-" + draw.below(3);
    String user = "user-" + draw.below(4);
    return switch (draw.below(5)) {
      case 0, 1 ->
          house.call(
              Kind.ACCESS,
              House.ROOT,
              DefineRole.of(role, role)
                  .requestId(house.request())
                  .grant(draw.one(Permissions.STOCK_VIEW, Permissions.STOCK_ISSUE))
                  .build(),
              (s, c) -> s.access().defineRole(c),
              house.learn(role));
      case 2 ->
          house.call(
              Kind.ACCESS,
              House.ROOT,
              new RemoveRole(house.request(), role, house.version(role, draw)),
              (s, c) -> s.access().removeRole(c));
      case 3 ->
          house.call(
              Kind.ACCESS,
              House.ROOT,
              new GrantRoles(house.request(), user, List.of(role)),
              (s, c) -> s.access().grant(c));
      default ->
          house.call(
              Kind.ACCESS,
              House.ROOT,
              new RevokeRoles(
                  house.request(), user, List.of(draw.chance(0.5) ? role : BuiltInRoles.SALES)),
              (s, c) -> s.access().revoke(c));
    };
  }

  Call settings() {
    TenantSettings settings =
        TenantSettings.of("CNY", ZoneId.of("Asia/Shanghai"))
            .withAutoConfirm(draw.chance(0.7))
            .withHoldTime(Duration.ofMinutes(draw.between(1, 30)));
    return house.call(
        Kind.TENANT,
        House.ROOT,
        new UpdateSettings(house.request(), house.version("settings", draw), settings),
        (s, c) -> s.tenant().update(c),
        house.learn("settings"));
  }

  Call feed() {
    String subscription = draw.one(Deliveries.SUBSCRIPTIONS).name();
    return draw.chance(0.3)
        ? house.call(
            Kind.FEED,
            House.ROOT,
            ReplayFrom.start(subscription).requestId(house.request()),
            (s, c) -> s.feed().replay(c))
        : house.call(
            Kind.FEED,
            House.ROOT,
            ReplayParked.of(subscription, draw.between(1, 300)).requestId(house.request()),
            (s, c) -> s.feed().replay(c));
  }
}
