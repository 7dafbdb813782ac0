package io.jxc.core.internal.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jxc.api.JxcSession;
import io.jxc.api.TenantId;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.Violation;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.partner.CreatePartner;
import io.jxc.core.internal.testing.Shop;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.JxcStore;
import io.jxc.store.memory.MemoryStore;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A shop with 100 of TEA in MAIN, boxed by 12, a service POST, customer C-1 and supplier S-1. */
abstract class InputTestBase {
  static final TenantId ACME = TenantId.of("acme");

  final JxcStore store = MemoryStore.create();
  final Shop shop = Shop.open(store, options -> options);
  final JxcSession root = shop.root();

  @BeforeEach
  void furnish() {
    furnish(root);
  }

  static void furnish(JxcSession root) {
    root.inventory().createWarehouse(CreateWarehouse.of("MAIN").build());
    root.catalog().create(CreateProduct.goods("TEA").unit("BOX", 12).listPrice("2.00").build());
    root.catalog().create(CreateProduct.service("POST").build());
    root.partners().create(CreatePartner.customer("C-1").build());
    root.partners().create(CreatePartner.supplier("S-1").build());
    root.inventory().receive(ReceiveGoods.into("MAIN").line("TEA", "100", "1.00").build());
  }

  @AfterEach
  void close() {
    shop.close();
  }

  /** Returns what a call throws, and requires that it left no trace in the tenant's log. */
  <E extends JxcException> E refused(Class<E> type, String what, ThrowingCallable call) {
    Head before = store.head(ACME);
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).as(what).isInstanceOf(type);
    assertThat(store.head(ACME)).as("the log after " + what).isEqualTo(before);
    return type.cast(thrown);
  }

  /** Returns what is wrong with a request, in its order. */
  List<Violation> violations(String what, ThrowingCallable call) {
    return refused(InvalidCommandException.class, what, call).violations();
  }

  /** Requires exactly one thing to be wrong, and that it is told what was found. */
  void requireViolation(
      String what, ThrowingCallable call, String path, String code, String expected, String found) {
    assertThat(violations(what, call))
        .as(what)
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.path()).as(what).isEqualTo(path);
              assertThat(violation.code()).as(what).isEqualTo(code);
              assertThat(violation.expected()).as(what).isEqualTo(expected);
              assertThat(violation.found()).as(what).isEqualTo(found);
            });
  }
}
