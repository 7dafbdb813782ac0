package io.jxc.core.internal.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.event.PartnerEvent;
import io.jxc.api.partner.Address;
import io.jxc.api.partner.Contact;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.partner.Partner;
import io.jxc.api.partner.PartnerKind;
import io.jxc.api.partner.PartnerResult;
import io.jxc.api.partner.UpdatePartner;
import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.Stored;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.KnownView;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.DocumentRow;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartnerRulesTest {
  private final KnownView view = new KnownView();

  @Test
  void a_new_partner_is_there_for_other_rules() {
    Decision<PartnerResult> decision =
        PartnerRules.create(view, trader().build(), KnownView.context());

    view.apply(decision);
    PartnerDocument stored = PartnerRules.customer(view, "customer", "C-1");
    assertThat(stored.displayName()).isEqualTo("Nine Suns Trading");
    assertThat(stored.view(1).details()).isEqualTo(trader().build().details());
    assertThat(KnownView.events(decision))
        .singleElement()
        .isInstanceOfSatisfying(
            PartnerEvent.PartnerCreated.class,
            e -> {
              assertThat(e.kind()).isEqualTo("CUSTOMER");
              assertThat(e.code()).isEqualTo("C-1");
            });
  }

  @Test
  void customers_and_suppliers_number_themselves() {
    create(CreatePartner.customer("100"));
    create(CreatePartner.supplier("100"));

    assertThat(PartnerRules.customer(view, "customer", "100").kind())
        .isEqualTo(PartnerKind.CUSTOMER);
    assertThat(PartnerRules.supplier(view, "supplier", "100").kind())
        .isEqualTo(PartnerKind.SUPPLIER);
    assertThatThrownBy(() -> create(CreatePartner.supplier("100")))
        .isInstanceOfSatisfying(
            DuplicateKeyException.class, e -> assertThat(e.index()).isEqualTo("supplier.code"));
  }

  @Test
  void a_reference_to_nobody_is_told_by_its_path() {
    create(CreatePartner.supplier("S-1"));

    assertThatThrownBy(() -> PartnerRules.customer(view, "customer", "S-1"))
        .isInstanceOfSatisfying(
            InvalidCommandException.class,
            e -> {
              assertThat(e.code()).isEqualTo("reference.unknown");
              assertThat(e.violations()).extracting("path").containsExactly("customer");
            });
  }

  @Test
  void an_update_replaces_the_details() {
    create(trader());

    update(UpdatePartner.of(read("C-1")).creditGrade("B").contact("Li Lei"));

    assertThat(read("C-1").credit().grade()).contains("B");
    assertThat(read("C-1").details().contacts()).hasSize(2);
  }

  @Test
  void an_update_of_what_somebody_else_changed_is_refused() {
    create(trader());
    Partner read = read("C-1");
    update(UpdatePartner.of(read).name("first"));

    assertThatThrownBy(() -> update(UpdatePartner.of(read).name("second")))
        .isInstanceOf(StaleVersionException.class);
  }

  @Test
  void who_is_not_there_cannot_change() {
    UpdatePartner gone =
        new UpdatePartner("r", PartnerKind.SUPPLIER, "C-1", 1, trader().build().details());
    create(trader());

    assertThatThrownBy(() -> PartnerRules.update(view, gone, KnownView.context()))
        .isInstanceOfSatisfying(
            NotFoundException.class, e -> assertThat(e.kind()).isEqualTo("supplier"));
  }

  @Test
  void a_limit_is_counted_in_the_base_currency() {
    assertThatThrownBy(() -> create(CreatePartner.customer("C-2").creditLimit("5", "EUR")))
        .isInstanceOfSatisfying(
            InvalidCommandException.class, e -> assertThat(e.code()).isEqualTo("currency.mixed"));
    create(trader());
    assertThatThrownBy(() -> update(UpdatePartner.of(read("C-1")).creditLimit("5", "EUR")))
        .isInstanceOf(InvalidCommandException.class);
  }

  @Test
  void a_tenant_gets_its_walk_in_customer_once() {
    Changes first = Changes.on(view);
    PartnerRules.walkIn(first, KnownView.context());
    view.apply(first.result("provisioned"));
    Changes second = Changes.on(view);
    PartnerRules.walkIn(second, KnownView.context());

    assertThat(PartnerRules.customer(view, "customer", Partner.WALK_IN).displayName())
        .isEqualTo("WALK-IN");
    assertThat(KnownView.events(second.result("again"))).isEmpty();
  }

  @Test
  void comes_back_as_it_was_stored() {
    create(trader());
    PartnerDocument stored = PartnerRules.customer(view, "customer", "C-1");
    DocType<PartnerDocument> type = PartnerTypes.of(PartnerKind.CUSTOMER);
    DocumentChange.Content content = type.encode(stored, Optional.empty());

    Stored<PartnerDocument> read =
        type.decode(
            new DocumentRow(
                "customer", "C-1", 1, content.format(), content.attributes(), content.body()));

    assertThat(read.value()).isEqualTo(stored);
  }

  private static CreatePartner.Builder trader() {
    return CreatePartner.customer("C-1")
        .name("Nine Suns Trading")
        .category("RETAIL")
        .taxNumber("91440300")
        .contact(Contact.of("Wang Fang").withPhone("+86 755 1234 5678"))
        .address(Address.of("Keyuan Road 15").withCity("Shenzhen"))
        .creditGrade("A")
        .creditLimit("1000.00", "CNY")
        .note("pays late")
        .attribute("region", "south");
  }

  private void create(CreatePartner.Builder partner) {
    view.apply(PartnerRules.create(view, partner.build(), KnownView.context()));
  }

  private void update(UpdatePartner.Builder partner) {
    view.apply(PartnerRules.update(view, partner.build(), KnownView.context()));
  }

  private Partner read(String code) {
    return PartnerRules.customer(view, "customer", code)
        .view(view.version(PartnerTypes.CUSTOMER, code));
  }
}
