package io.jxc.examples;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.PageRequest;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.inventory.AdjustStock;
import io.jxc.api.inventory.OpenStock;
import io.jxc.api.inventory.StockCardLine;
import io.jxc.api.inventory.StockCardQuery;
import java.util.List;

/** Stock is never set: it moves, for a reason, and the card of a product tells every move. */
public final class E05AdjustStock {
  private E05AdjustStock() {}

  /** Runs the example. */
  public static void main(String[] args) {
    try (Jxc jxc = Shop.inMemory()) {
      JxcSession root = Shop.root(jxc);
      root.inventory().open(OpenStock.of("MAIN").line("CUP-01", "12", "11.00").build());

      InvalidCommandException refusal =
          Expect.refused(
              InvalidCommandException.class,
              () -> root.inventory().adjust(AdjustStock.in("MAIN").line("CUP-01", "-2").build()));
      Expect.same("reason", refusal.violations().get(0).path());

      root.inventory()
          .adjust(AdjustStock.in("MAIN").reason("two broken").line("CUP-01", "-2").build());
      root.inventory()
          .adjust(AdjustStock.in("MAIN").reason("one found").line("CUP-01", "1").build());
      Expect.same("11", root.inventory().stock("CUP-01").total().onHand());

      List<StockCardLine> card =
          root.inventory().card(StockCardQuery.of("CUP-01"), PageRequest.first(100)).items();
      Expect.same("[12, -2, 1]", card.stream().map(StockCardLine::change).toList());
      Expect.same("[12, 10, 11]", card.stream().map(StockCardLine::balance).toList());
      for (StockCardLine line : card) {
        String reason = line.movement().reason().orElse("opening");
        System.out.println(line.change() + " -> " + line.balance() + ", " + reason);
      }
    }
  }
}
