package io.jxc.examples;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.Outcome;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.catalog.ProductResult;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many commands share commits; each has an outcome of its own, and one bad one harms no other. */
public final class E06Bulk {
  private E06Bulk() {}

  /** Runs the example. */
  public static void main(String[] args) {
    try (Jxc jxc = Shop.inMemory()) {
      JxcSession root = Shop.root(jxc);
      Stream<CreateProduct> fresh =
          IntStream.range(0, 500)
              .mapToObj(i -> CreateProduct.goods("BULK-" + i).name("Item " + i).build());
      Stream<CreateProduct> taken = Stream.of(CreateProduct.goods("TEA-01").build());

      List<Outcome<ProductResult>> outcomes =
          root.catalog().createAll(Stream.concat(fresh, taken).toList());

      long done = outcomes.stream().filter(outcome -> outcome.result().isPresent()).count();
      Expect.that(done == 500, "each good one is created");
      Outcome<ProductResult> last = outcomes.get(500); // outcomes stand in the order of the input
      Expect.same("duplicate-key", last.error().orElseThrow().code());
      Expect.same("Item 499", root.catalog().get("BULK-499").details().name().orElseThrow());
      System.out.println(done + " created; " + last.error().orElseThrow().getMessage());
    }
  }
}
