package io.jxc.core.internal.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.Actor;
import io.jxc.api.TenantId;
import io.jxc.api.access.DefineRole;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.catalog.Product;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.Violation;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.sales.DraftOrder;
import io.jxc.core.internal.input.Documents.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BadCodesTest extends InputTestBase {
  private static final String EXPECTED =
      "1..64 bytes without control characters, not starting with @";

  /** Empty, blank, too long in characters or in bytes, unprintable, torn, reserved. */
  static List<String> noCodes() {
    return List.of(
        "",
        "   ",
        "\u3000",
        "x".repeat(65),
        "茶".repeat(22),
        "x".repeat(100_000),
        "A\u0000B",
        "A\nB",
        "A\u0085B",
        "A\uD800B",
        "@cost");
  }

  /** Every code that a command takes, and a command that takes it. */
  private Map<String, Function<String, Object>> places() {
    Map<String, Function<String, Object>> places = new LinkedHashMap<>();
    places.put("sku", code -> root.catalog().create(CreateProduct.goods(code).build()));
    places.put(
        "category",
        code -> root.catalog().create(CreateProduct.goods("NEW").category(code).build()));
    places.put(
        "baseUnit",
        code -> root.catalog().create(CreateProduct.goods("NEW").baseUnit(code).build()));
    places.put(
        "barcode", code -> root.catalog().create(CreateProduct.goods("NEW").barcode(code).build()));
    places.put(
        "warehouse", code -> root.inventory().createWarehouse(CreateWarehouse.of(code).build()));
    places.put("customer", code -> root.partners().create(CreatePartner.customer(code).build()));
    places.put(
        "role",
        code -> root.access().defineRole(DefineRole.of(code, "Name").grant("stock.view").build()));
    places.put("user", code -> root.access().grant(GrantRoles.to(code, "sales")));
    places.put(
        "orderCustomer",
        code -> root.sales().draft(DraftOrder.forCustomer(code).line("TEA", "1").build()));
    places.put(
        "salesperson",
        code ->
            root.sales()
                .draft(DraftOrder.forCustomer("C-1").salesperson(code).line("TEA", "1").build()));
    places.put(
        "supplier",
        code ->
            root.purchase()
                .place(EnterPurchaseOrder.from(code).into("MAIN").line("TEA", "1", "1").build()));
    places.put(
        "owner",
        code -> root.inventory().claim(ClaimStock.in("MAIN").owner(code).line("TEA", "1").build()));
    places.put(
        "externalId",
        code ->
            root.inventory()
                .issue(
                    IssueGoods.from("MAIN")
                        .reason("used")
                        .externalId(code)
                        .line("TEA", "1")
                        .build()));
    return places;
  }

  @ParameterizedTest
  @MethodSource("noCodes")
  void whatIsNoCodeIsRefusedWhereverOneStands(String code) {
    places()
        .forEach(
            (place, send) ->
                assertThat(violations(place, () -> send.apply(code)))
                    .as("%s as %s", printable(code), place)
                    .filteredOn(violation -> !violation.path().equals("name"))
                    .isNotEmpty()
                    .allSatisfy(
                        violation -> {
                          assertThat(violation.code()).isEqualTo("code.invalid");
                          assertThat(violation.expected()).isEqualTo(EXPECTED);
                          assertThat(violation.found().length()).isLessThanOrEqualTo(101);
                        }));
  }

  @ParameterizedTest
  @EnumSource
  void aLineWithoutAProductIsNamed(Documents document) {
    for (String code : noCodes()) {
      assertThat(
              violations(
                  document.name(),
                  () -> document.send(root, List.of(Line.GOOD, Line.GOOD.sku(code)))))
          .extracting(v -> v.path() + " " + v.code())
          .containsExactly("lines[1].sku code.invalid");
    }
  }

  @Test
  void codesAreTrimmedAndComposedBeforeTheyAreKept() {
    root.catalog().create(CreateProduct.goods("  Te\u0301  ").build());

    Product product = root.catalog().get("T\u00e9");

    assertThat(product.sku()).isEqualTo("T\u00e9");
    assertThat(root.catalog().get(" T\u00e9 ")).isEqualTo(product);
  }

  @Test
  void aRequestIdIsPlainAndShort() {
    for (String id : List.of("", " ", "a b", "a#1", "é", "a\u0000", "x".repeat(101))) {
      requireViolation(
          "request id",
          () ->
              root.inventory()
                  .issue(
                      IssueGoods.from("MAIN")
                          .reason("used")
                          .requestId(id)
                          .line("TEA", "1")
                          .build()),
          "requestId",
          "request-id.invalid",
          "1..100 printable ASCII characters without #",
          id.length() > 100 ? id.substring(0, 100) + "…" : id);
    }
  }

  @Test
  void aTenantOrUserThatIsNoneCannotSpeak() {
    for (String tenant : List.of("", " ", "a b", "a/b", "租户", "x".repeat(41), "a\u0000")) {
      assertThatThrownBy(() -> TenantId.of(tenant))
          .isInstanceOfSatisfying(
              InvalidCommandException.class,
              e -> assertThat(e.errorCode()).isEqualTo(ErrorCode.TENANT_INVALID));
    }
    for (String user : noCodes()) {
      assertThatThrownBy(() -> Actor.of("acme", user))
          .isInstanceOfSatisfying(
              InvalidCommandException.class,
              e -> assertThat(e.errorCode()).isEqualTo(ErrorCode.CODE_INVALID));
    }
  }

  @Test
  void aTextIsBoundedAndPrintable() {
    for (String text : List.of("", "  ", "x".repeat(501), "a\u0000b", "a\u001bb", "\uDC00")) {
      assertThat(
              violations(
                  "reason",
                  () ->
                      root.inventory()
                          .issue(IssueGoods.from("MAIN").reason(text).line("TEA", "1").build())))
          .extracting(v -> v.path() + " " + v.code() + " " + v.expected())
          .containsExactly("reason text.invalid 1..500 characters without control characters");
    }
  }

  @Test
  void theRefusalIsToldInBothLanguagesWithoutWhatIsUnprintable() {
    Violation violation =
        violations("sku", () -> root.catalog().create(CreateProduct.goods("A\u001b[2J").build()))
            .get(0);

    assertThat(violation.message(Locale.ENGLISH))
        .isEqualTo("sku: A code takes " + EXPECTED + "; found 'A\\u001b[2J'.");
    assertThat(violation.message(Locale.CHINESE)).startsWith("sku: 编码须为 ").contains("\\u001b");
  }

  private static String printable(String code) {
    return code.length() > 70 ? code.length() + " characters" : "'" + code + "'";
  }
}
