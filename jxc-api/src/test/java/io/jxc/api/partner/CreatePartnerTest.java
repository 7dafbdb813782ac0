package io.jxc.api.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jxc.api.Money;
import io.jxc.api.error.InvalidCommandException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CreatePartnerTest {
  private static final Contact WANG =
      Contact.of("Wang Fang")
          .withPosition("purchasing")
          .withPhone("+86 755 1234 5678")
          .withEmail("wang@example.com");
  private static final Address YARD =
      Address.of("Keyuan Road 15")
          .withLabel("delivery")
          .withCity("Shenzhen")
          .withRegion("Guangdong")
          .withPostalCode("518057")
          .withCountry("China");

  @Test
  void needs_a_code_only() {
    CreatePartner supplier = CreatePartner.supplier(" S-1 ").build();

    assertThat(supplier.kind()).isEqualTo(PartnerKind.SUPPLIER);
    assertThat(supplier.code()).isEqualTo("S-1");
    assertThat(supplier.details().credit()).isEqualTo(CreditTerms.NONE);
    assertThat(supplier.details().contacts()).isEmpty();
  }

  @Test
  void keeps_everything_it_is_told() {
    PartnerDetails details = full().build().details();

    assertThat(details.name()).contains("Nine Suns Trading");
    assertThat(details.category()).contains("RETAIL");
    assertThat(details.taxNumber()).contains("91440300");
    assertThat(details.contacts()).containsExactly(WANG, Contact.of("Li Lei"));
    assertThat(details.addresses()).containsExactly(YARD);
    assertThat(details.credit().grade()).contains("A");
    assertThat(details.credit().limit()).contains(Money.of("1000", "CNY"));
    assertThat(details.note()).contains("pays late");
    assertThat(details.attributes()).containsEntry("region", "south");
  }

  @Test
  void lists_everything_that_is_wrong_at_once() {
    InvalidCommandException refused =
        catchThrowableOfType(
            InvalidCommandException.class,
            () ->
                CreatePartner.customer("\t")
                    .requestId("")
                    .name("")
                    .contact("")
                    .creditLimit("1", "YUAN")
                    .creditGrade("")
                    .note("x".repeat(1_001))
                    .build());

    assertThat(refused.violations())
        .extracting("path")
        .containsExactly(
            "contacts[0].name",
            "credit.limit",
            "requestId",
            "code",
            "credit.grade",
            "name",
            "note");
  }

  @Test
  void refuses_a_negative_credit_limit() {
    assertThatThrownBy(() -> CreatePartner.customer("C").creditLimit("-0.01", "CNY").build())
        .isInstanceOf(InvalidCommandException.class)
        .hasMessageContaining("0 or more");
  }

  @Test
  void bounds_contacts_and_addresses() {
    CreatePartner.Builder crowd = CreatePartner.customer("C");
    IntStream.range(0, 51).forEach(i -> crowd.contact(WANG).address(YARD));

    InvalidCommandException refused =
        catchThrowableOfType(InvalidCommandException.class, crowd::build);
    assertThat(refused.violations()).extracting("path").containsExactly("contacts", "addresses");
  }

  @Test
  void checks_the_parts_of_contacts_and_addresses() {
    assertThatThrownBy(() -> WANG.withPhone("5".repeat(51)))
        .isInstanceOf(InvalidCommandException.class);
    assertThatThrownBy(() -> YARD.withCity("a\u0007b")).isInstanceOf(InvalidCommandException.class);
    assertThatThrownBy(() -> Address.of("")).isInstanceOf(InvalidCommandException.class);
  }

  @Test
  void an_update_keeps_what_it_is_not_told_to_change() {
    Partner partner = partner();

    assertThat(UpdatePartner.of(partner).build().details()).isEqualTo(partner.details());
    assertThat(UpdatePartner.of(partner).build().expectedVersion()).isEqualTo(9);
  }

  @Test
  void an_update_changes_and_removes_what_it_is_told() {
    PartnerDetails details =
        UpdatePartner.of(partner())
            .requestId("r-2")
            .name(Optional.empty())
            .category(Optional.empty())
            .taxNumber(Optional.empty())
            .contacts(List.of(WANG))
            .addresses(List.of())
            .creditGrade(Optional.empty())
            .creditLimit(Optional.of(Money.of("5", "CNY")))
            .note(Optional.empty())
            .withoutAttribute("region")
            .build()
            .details();

    assertThat(details)
        .isEqualTo(
            CreatePartner.customer("C-1").contact(WANG).creditLimit("5", "CNY").build().details());
  }

  @Test
  void refuses_a_version_nobody_can_have_read() {
    PartnerDetails details = partner().details();
    assertThatThrownBy(() -> new UpdatePartner("r", PartnerKind.CUSTOMER, "C-1", 0, details))
        .isInstanceOf(InvalidCommandException.class);
  }

  @Test
  void a_partner_without_a_name_goes_by_its_code() {
    PartnerDetails details = CreatePartner.customer("17850").build().details();
    Partner nameless = new Partner(PartnerKind.CUSTOMER, "17850", details, Instant.EPOCH, 1);

    assertThat(nameless.name()).isEqualTo("17850");
    assertThat(partner().name()).isEqualTo("Nine Suns Trading");
  }

  @Test
  void a_query_checks_its_category() {
    assertThatThrownBy(() -> PartnerQuery.customers().category(""))
        .isInstanceOf(InvalidCommandException.class);
    assertThat(PartnerQuery.suppliers().order(PartnerQuery.Order.CREATED).kind())
        .isEqualTo(PartnerKind.SUPPLIER);
  }

  private static Partner partner() {
    return new Partner(PartnerKind.CUSTOMER, "C-1", full().build().details(), Instant.EPOCH, 9);
  }

  private static CreatePartner.Builder full() {
    return CreatePartner.customer("C-1")
        .name("Nine Suns Trading")
        .category("RETAIL")
        .taxNumber("91440300")
        .contact(WANG)
        .contact("Li Lei")
        .address(YARD)
        .creditGrade("A")
        .creditLimit("1000.00", "CNY")
        .note("pays late")
        .attribute("region", "south");
  }
}
