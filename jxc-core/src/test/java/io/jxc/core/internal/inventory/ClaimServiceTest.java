package io.jxc.core.internal.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.Outcome;
import io.jxc.api.PageRequest;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.inventory.ClaimResult;
import io.jxc.api.inventory.ClaimStatus;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.ConfirmClaim;
import io.jxc.api.inventory.ExtendClaim;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.ReleaseClaim;
import io.jxc.api.inventory.StockClaim;
import io.jxc.core.internal.testing.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClaimServiceTest extends StockTestBase {
  private ClaimStock.Builder cart(String owner) {
    return ClaimStock.in("MAIN").owner(owner);
  }

  private ClaimResult hold(String owner, String quantity) {
    return inventory.claim(cart(owner).line("TEA-1", quantity).build());
  }

  @Test
  void what_is_claimed_stays_on_hand_and_is_not_available() {
    receive("TEA-1", "10", "6");

    ClaimResult claim = hold("cart-1", "4");

    assertThat(claim.expiresAt()).contains(Shop.OPENING.plus(Duration.ofMinutes(30)));
    assertThat(onHand("TEA-1")).isEqualTo("10");
    assertThat(level("TEA-1").reserved()).hasToString("4");
    assertThat(available("TEA-1")).isEqualTo("6");
    assertThatThrownBy(() -> hold("cart-2", "7")).isInstanceOf(InsufficientStockException.class);
    assertThatThrownBy(
            () -> inventory.issue(IssueGoods.from("MAIN").reason("x").line("TEA-1", "7").build()))
        .isInstanceOf(InsufficientStockException.class);
    assertThat(inventory.verify().ok()).isTrue();
  }

  @Test
  void lines_of_one_product_are_summed_before_the_check() {
    receive("TEA-1", "10", "6");

    assertThatThrownBy(
            () -> inventory.claim(cart("cart-1").line("TEA-1", "6").line("TEA-1", "5").build()))
        .isInstanceOf(InsufficientStockException.class);
    ClaimResult claim =
        inventory.claim(cart("cart-1").line("TEA-1", "6").line("TEA-1", "4").build());
    assertThat(inventory.claim(claim.id()).lines())
        .extracting(line -> line.sku() + " " + line.open())
        .containsExactly("TEA-1 10");
  }

  @Test
  void an_ended_hold_counts_neither_in_a_read_nor_in_a_claim() {
    receive("TEA-1", "10", "6");
    receive("TEA-2", "10", "6");
    ClaimResult old =
        inventory.claim(
            cart("cart-1")
                .line("TEA-1", "10")
                .line("TEA-2", "3")
                .holdFor(Duration.ofMinutes(5))
                .build());
    shop.clock.advance(Duration.ofMinutes(5));

    assertThat(available("TEA-1")).isEqualTo("10");
    assertThat(level("TEA-1").reserved()).hasToString("0");
    assertThat(inventory.claim(old.id()).status()).isEqualTo(ClaimStatus.EXPIRED);
    assertThat(inventory.verify().ok()).isTrue();

    hold("cart-2", "10");

    assertThat(available("TEA-1")).isEqualTo("0");
    assertThat(available("TEA-2")).isEqualTo("10");
    assertThat(inventory.verify().ok()).isTrue();
    assertThatThrownBy(() -> inventory.confirmClaim(ConfirmClaim.of(old.id())))
        .isInstanceOfSatisfying(
            RuleViolationException.class, e -> assertThat(e.code()).isEqualTo("claim.not-active"));
  }

  @Test
  void a_node_that_knows_nothing_yet_makes_ended_holds_give_way() {
    receive("TEA-1", "10", "6");
    receive("TEA-2", "10", "6");
    receive("TEA-3", "10", "6");
    inventory.claim(
        cart("cart-1").line("TEA-1", "10").line("TEA-2", "3").line("TEA-3", "3").build());
    Shop other = Shop.open(store, options -> options);
    other.clock.advance(Duration.ofHours(1));

    other
        .root()
        .inventory()
        .issue(IssueGoods.from("MAIN").reason("x").externalId("e").line("TEA-1", "10").build());

    assertThat(onHand("TEA-1")).isEqualTo("0");
    assertThat(inventory.verify().ok()).isTrue();
  }

  @Test
  void a_claim_of_many_products_is_released_by_a_node_that_knows_nothing_yet() {
    ReceiveGoods.Builder goods = ReceiveGoods.into("MAIN");
    ClaimStock.Builder claim = cart("cart-1").firm();
    for (int i = 0; i < 40; i++) {
      String sku = "SKU-" + i;
      root.catalog().create(io.jxc.api.catalog.CreateProduct.goods(sku).build());
      goods.line(sku, "2", "1");
      claim.line(sku, "1");
    }
    inventory.receive(goods.build());
    ClaimResult claimed = inventory.claim(claim.build());

    Shop other = Shop.open(store, options -> options);
    ClaimResult released = other.root().inventory().releaseClaim(ReleaseClaim.of(claimed.id()));

    assertThat(released.status()).isEqualTo(ClaimStatus.RELEASED);
    assertThat(available("SKU-39")).isEqualTo("2");
  }

  @Test
  void a_hold_is_extended_confirmed_and_released_and_each_may_be_said_twice() {
    receive("TEA-1", "10", "6");
    ClaimResult claim = hold("cart-1", "4");
    shop.clock.advance(Duration.ofMinutes(20));

    ClaimResult longer =
        inventory.extendClaim(ExtendClaim.of(claim.id()).holdFor(Duration.ofMinutes(20)));
    assertThat(longer.expiresAt()).contains(Shop.OPENING.plus(Duration.ofMinutes(40)));
    shop.clock.advance(Duration.ofMinutes(15));
    assertThat(available("TEA-1")).isEqualTo("6");

    inventory.confirmClaim(ConfirmClaim.of(claim.id()));
    inventory.confirmClaim(ConfirmClaim.of(claim.id()));
    shop.clock.advance(Duration.ofDays(10));
    assertThat(available("TEA-1")).isEqualTo("6");

    inventory.releaseClaim(ReleaseClaim.of(claim.id()));
    assertThat(inventory.releaseClaim(ReleaseClaim.of(claim.id())).status())
        .isEqualTo(ClaimStatus.RELEASED);
    assertThat(available("TEA-1")).isEqualTo("10");
  }

  @Test
  void claims_are_listed_by_owner() {
    receive("TEA-1", "10", "6");
    hold("cart-1", "1");
    hold("cart-2", "1");
    ClaimResult second = hold("cart-1", "2");
    inventory.releaseClaim(ReleaseClaim.of(second.id()));

    assertThat(inventory.claims("cart-1", PageRequest.first(10)).items())
        .extracting(StockClaim::status)
        .containsExactly(ClaimStatus.ACTIVE, ClaimStatus.RELEASED);
    assertThatThrownBy(() -> inventory.claim("none")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void claims_of_documents_are_not_the_hosts() {
    assertThatThrownBy(() -> cart("sales_order:1").line("TEA-1", "1").build())
        .isInstanceOf(InvalidCommandException.class);
    assertThatThrownBy(
            () -> cart("").priority(10).holdFor(Duration.ZERO).line("TEA-1", "-1").build())
        .isInstanceOfSatisfying(
            InvalidCommandException.class, e -> assertThat(e.violations()).hasSize(5));
    assertThatThrownBy(
            () ->
                new ClaimStock(
                    "r",
                    "MAIN",
                    "o",
                    io.jxc.api.inventory.ClaimKind.FIRM,
                    Optional.of(Duration.ofDays(1)),
                    0,
                    List.of()))
        .isInstanceOf(InvalidCommandException.class);
  }

  @Test
  void fifty_carts_for_five_units_are_five_claims() {
    receive("TEA-1", "5", "6");

    List<Outcome<ClaimResult>> outcomes =
        inventory.claimAll(
            IntStream.range(0, 50)
                .mapToObj(i -> cart("cart-" + i).line("TEA-1", "1").build())
                .toList());

    assertThat(outcomes.stream().filter(outcome -> outcome.result().isPresent())).hasSize(5);
    assertThat(available("TEA-1")).isEqualTo("0");
    assertThat(inventory.verify().ok()).isTrue();
  }
}
