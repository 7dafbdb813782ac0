package io.jxc.examples;

import io.jxc.Jxc;
import io.jxc.api.Cursor;
import io.jxc.api.JxcSession;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.feed.FeedPage;
import io.jxc.api.sales.QuickSale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Events are pulled in order, from wherever one stopped: the cursor is all there is to keep. */
public final class E08Feed {
  private E08Feed() {}

  /** Runs the example. */
  public static void main(String[] args) {
    try (Jxc jxc = Shop.inMemory()) {
      JxcSession root = Shop.root(jxc);
      Cursor stopped = root.feed().tail(); // events up to now do not matter to us

      Shop.stock(root, "TEA-01", "10");
      root.sales().quickSale(QuickSale.forCustomer("C-1").line("TEA-01", "2").build());

      List<JxcEvent> heard = new ArrayList<>();
      FeedPage page;
      do {
        page = root.feed().read(Optional.of(stopped), 2);
        heard.addAll(page.events());
        stopped = page.next(); // keep it with what the events have done, in one transaction
      } while (page.more());

      List<Long> order = heard.stream().map(JxcEvent::sequence).toList();
      Expect.that(order.equals(order.stream().sorted().toList()), "in the order of the log");
      List<String> kinds = heard.stream().map(event -> event.getClass().getSimpleName()).toList();
      Expect.that(kinds.get(0).equals("GoodsReceived"), "first what came first");
      Expect.that(kinds.contains("SalesOrderChanged"), "then the sale");
      Expect.that(kinds.contains("GoodsIssued"), "and what it moved");
      Expect.that(root.feed().read(Optional.of(stopped), 2).events().isEmpty(), "nothing twice");
      System.out.println(kinds);
    }
  }
}
