package io.jxc.examples;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.catalog.BarcodeMatch;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.sales.OrderLine;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.QuickSale;

/** Bought by the case, sold by the can: one product, several units, each with its barcode. */
public final class E15Units {
  private E15Units() {}

  /** Runs the example. */
  public static void main(String[] args) {
    try (Jxc jxc = Shop.inMemory()) {
      JxcSession root = Shop.root(jxc);
      root.catalog()
          .create(
              CreateProduct.goods("COLA")
                  .baseUnit("can")
                  .barcode("6901234567892")
                  .listPrice("3.50")
                  .unit("case", 24, "6901234567908")
                  .build());
      root.inventory()
          .receive(ReceiveGoods.into("MAIN").line("COLA", "2", "case", "48.00").build());
      Expect.same("48", root.inventory().stock("COLA").total().onHand()); // in base units
      Expect.same("2", root.inventory().stock("COLA").averageCost().orElseThrow());

      // the scanner tells which unit was meant
      BarcodeMatch scanned = root.catalog().findByBarcode("6901234567908").orElseThrow();
      Expect.same("case", scanned.unit().code());
      OrderLine.Builder line = OrderLine.of("COLA", "1").unit(scanned.unit().code());
      OrderResult sale = root.sales().quickSale(QuickSale.forCustomer("C-1").line(line).build());
      Expect.same("84.00 CNY", sale.total()); // 24 times the price of a can
      Expect.same("24", root.inventory().stock("COLA").total().onHand());

      InvalidCommandException refusal =
          Expect.refused(
              InvalidCommandException.class,
              () ->
                  root.inventory()
                      .receive(ReceiveGoods.into("MAIN").line("COLA", "1", "keg", "99").build()));
      System.out.println(refusal.getMessage());
    }
  }
}
