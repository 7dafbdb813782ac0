package io.jxc.examples;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.store.memory.MemoryStore;

/** Two companies in one store: the same codes never meet, another's documents do not exist. */
public final class E11TwoTenants {
  private E11TwoTenants() {}

  /** Runs the example. */
  public static void main(String[] args) {
    try (Jxc jxc = Jxc.builder().store(MemoryStore.create()).build()) {
      JxcSession north = Shop.furnish(jxc, "north");
      JxcSession south = Shop.furnish(jxc, "south");

      Shop.stock(north, "TEA-01", "10");
      Expect.same("10", north.inventory().stock("TEA-01").total().onHand());
      Expect.same("0", south.inventory().stock("TEA-01").total().onHand());

      OrderResult order =
          north.sales().place(PlaceOrder.forCustomer("C-1").line("TEA-01", "3").build());
      NotFoundException hidden =
          Expect.refused(NotFoundException.class, () -> south.sales().get(order.id()));
      Expect.that(south.audit().verify().ok() && north.audit().verify().ok(), "a chain each");
      System.out.println("to the south, " + hidden.getMessage());
    }
  }
}
