package io.jxc.core.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.inventory.AdjustStock;
import io.jxc.api.sales.OrderLine;
import io.jxc.api.sales.PlaceOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored with results stays comparable: the hash of a command never changes. */
class ContentHashTest {
  record Named(String requestId) {}

  record Nothing() {}

  record Inner(String requestId, Optional<String> note) {}

  record Outer(String requestId, Inner inner, List<Inner> others, Map<String, BigDecimal> prices) {}

  record Case(String type, Object command, String hash) {
    @Override
    public String toString() {
      return type;
    }
  }

  static List<Case> cases() {
    return List.of(
        new Case(
            "named",
            new Named("r-1"),
            "1ff1038f02923c941888e648ffc057487cdbec68038313f8be6a8e906906bbc9"),
        new Case(
            "nothing",
            new Nothing(),
            "a6a517bee65b7b4947fea391fc35f0c96c260b0c7e1e65b4b1814db065949f27"),
        new Case(
            "outer",
            outer("r-1"),
            "dca2d76eb7cc4f21d0198d671f19427188487992d87696aa069a8b9522cb1076"),
        new Case(
            "list",
            List.of(new Inner("r-1", Optional.of("a \"b\" ✓"))),
            "a13fa22691bc0ff235855287cca8d2670545a35d7f31d1660adfed02aa61758f"),
        new Case(
            "empty list",
            List.of(),
            "90b333c64991b2549025e1b7e1899d23c7fc512cf6d8e888e1b90a09927cd00f"),
        new Case(
            "sales.place",
            order("r-1"),
            "6cffd826e7f1c7788d19890769ee5c939a1ae14cc94951898af407f05ab15a05"),
        new Case(
            "stock.adjust",
            AdjustStock.in("MAIN").reason("wet").requestId("r-1").line("TEA-01", "-2.50").build(),
            "1d8754a854791391cb6cee45e98e7bb34adea9ff1d092258f77be1374a5601fd"));
  }

  private static Outer outer(String requestId) {
    Map<String, BigDecimal> prices =
        new TreeMap<>(Map.of("b", BigDecimal.ONE, "a", BigDecimal.TEN));
    Inner inner = new Inner("kept", Optional.empty());
    return new Outer(requestId, inner, List.of(inner, inner), prices);
  }

  private static PlaceOrder order(String requestId) {
    return PlaceOrder.forCustomer("C-1")
        .requestId(requestId)
        .warehouse("MAIN")
        .orderedOn(LocalDate.of(2026, 1, 31))
        .line(OrderLine.of("TEA-01", "3").price("2.50"))
        .line(OrderLine.of("TEA-02", "1.5"))
        .build();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theHashIsWhatItAlwaysWas(Case one) {
    assertThat(Json.contentHash(one.type(), one.command()).hex()).isEqualTo(one.hash());
  }
}
