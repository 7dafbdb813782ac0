package io.jxc.core.internal.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.Outcome;
import io.jxc.api.PageRequest;
import io.jxc.api.Pages;
import io.jxc.api.audit.AuditedObject;
import io.jxc.api.audit.FieldChange;
import io.jxc.api.audit.ObjectRef;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.RequestIdReusedException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.partner.Contact;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.partner.Partner;
import io.jxc.api.partner.PartnerKind;
import io.jxc.api.partner.PartnerQuery;
import io.jxc.api.partner.PartnerResult;
import io.jxc.api.partner.UpdatePartner;
import io.jxc.core.internal.testing.Race;
import io.jxc.core.internal.testing.Shop;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartnerServiceTest {
  private final Shop shop = Shop.open();
  private final JxcSession root = shop.root();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void every_tenant_has_a_walk_in_customer() {
    assertThat(root.partners().customer(Partner.WALK_IN).name()).isEqualTo("WALK-IN");
  }

  @Test
  void a_partner_is_read_as_it_was_created() {
    CreatePartner command = trader().build();

    PartnerResult result = root.partners().create(command);

    Partner partner = root.partners().customer("C-1");
    assertThat(partner.details()).isEqualTo(command.details());
    assertThat(partner.version()).isEqualTo(result.version()).isPositive();
    assertThatThrownBy(() -> root.partners().supplier("C-1"))
        .isInstanceOfSatisfying(
            NotFoundException.class, e -> assertThat(e.kind()).isEqualTo("supplier"));
  }

  @Test
  void an_update_is_read_back_and_the_log_keeps_what_changed() {
    root.partners().create(trader().build());

    root.partners()
        .update(UpdatePartner.of(root.partners().customer("C-1")).creditGrade("B").build());

    assertThat(root.partners().customer("C-1").credit().grade()).contains("B");
    AuditedObject changed =
        root.audit()
            .history(new ObjectRef("customer", "C-1"), PageRequest.first(10))
            .items()
            .get(1)
            .object("customer")
            .orElseThrow();
    assertThat(changed.changes()).extracting(FieldChange::field).containsExactly("creditGrade");
  }

  @Test
  void a_stale_update_and_a_foreign_currency_are_refused() {
    root.partners().create(trader().build());
    Partner read = root.partners().customer("C-1");
    root.partners().update(UpdatePartner.of(read).name("first").build());

    assertThatThrownBy(() -> root.partners().update(UpdatePartner.of(read).name("second").build()))
        .isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(
            () ->
                root.partners()
                    .create(CreatePartner.customer("C-2").creditLimit("1", "EUR").build()))
        .isInstanceOfSatisfying(
            InvalidCommandException.class, e -> assertThat(e.code()).isEqualTo("currency.mixed"));
  }

  @Test
  void a_repeated_request_is_answered_and_a_reused_id_refused() {
    CreatePartner command = trader().requestId("r-1").build();
    PartnerResult first = root.partners().create(command);

    assertThat(root.partners().create(command)).isEqualTo(first);
    assertThatThrownBy(
            () -> root.partners().create(CreatePartner.supplier("C-1").requestId("r-1").build()))
        .isInstanceOf(RequestIdReusedException.class);
  }

  @Test
  void one_of_many_who_take_the_same_code_gets_it() {
    List<Object> outcomes =
        Race.of(
            8,
            i ->
                root.partners()
                    .create(CreatePartner.supplier("S-1").name("Supplier " + i).build()));

    assertThat(outcomes).filteredOn(PartnerResult.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(DuplicateKeyException.class::isInstance).hasSize(7);
  }

  @Test
  void hundreds_come_in_one_call_and_are_listed_by_kind_code_and_category() {
    List<CreatePartner> commands =
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    CreatePartner.customer("%05d".formatted(i))
                        .category(i % 100 == 0 ? "BIG" : "SMALL")
                        .build())
            .toList();

    shop.clock.advance(Duration.ofSeconds(1));
    List<Outcome<PartnerResult>> outcomes = root.partners().createAll(commands);
    root.partners().create(CreatePartner.supplier("00000").build());

    assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.result()).isPresent());
    assertThat(codes(PartnerQuery.customers().category("BIG")))
        .containsExactly("00000", "00100", "00200");
    assertThat(codes(PartnerQuery.customers())).hasSize(301).endsWith(Partner.WALK_IN);
    assertThat(codes(PartnerQuery.suppliers())).containsExactly("00000");
    assertThat(codes(PartnerQuery.customers().order(PartnerQuery.Order.CREATED)))
        .startsWith(Partner.WALK_IN)
        .hasSize(301);
    assertThat(codes(PartnerQuery.customers().order(PartnerQuery.Order.CREATED).category("BIG")))
        .hasSize(3);
    assertThat(
            root.partners()
                .getAll(PartnerKind.CUSTOMER, List.of("00002", "GONE", "00001"))
                .keySet())
        .containsExactly("00002", "00001");
  }

  @Test
  void many_updates_come_in_one_call_too() {
    root.partners().create(trader().build());
    Partner read = root.partners().customer("C-1");

    List<Outcome<PartnerResult>> outcomes =
        root.partners()
            .updateAll(
                List.of(
                    UpdatePartner.of(read).name("first").build(),
                    UpdatePartner.of(read).name("second").build()));

    assertThat(outcomes.get(0).result()).isPresent();
    assertThat(outcomes.get(1).error()).containsInstanceOf(StaleVersionException.class);
  }

  @Test
  void who_lacks_a_permission_is_refused() {
    root.partners().create(trader().build());
    JxcSession stranger = shop.as("nobody");

    assertThatThrownBy(() -> stranger.partners().customer("C-1"))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> stranger.partners().create(trader().build()))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void another_tenants_partners_are_absent() {
    shop.provision("other");
    root.partners().create(trader().build());

    assertThatThrownBy(() -> shop.jxc.as(Actor.of("other", "root")).partners().customer("C-1"))
        .isInstanceOf(NotFoundException.class);
  }

  private List<String> codes(PartnerQuery query) {
    return Pages.stream(request -> root.partners().list(query, request))
        .map(Partner::code)
        .toList();
  }

  private static CreatePartner.Builder trader() {
    return CreatePartner.customer("C-1")
        .name("Nine Suns Trading")
        .contact(Contact.of("Wang Fang").withPhone("+86 755 1234 5678"))
        .creditGrade("A")
        .creditLimit("1000.00", "CNY");
  }
}
