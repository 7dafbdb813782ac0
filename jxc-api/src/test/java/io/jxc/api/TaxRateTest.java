package io.jxc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.error.InvalidCommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxRateTest {
  @Test
  void is_the_same_whatever_zeros_follow() {
    assertThat(TaxRate.of("13.00")).isEqualTo(TaxRate.of("13")).hasToString("13");
    assertThat(TaxRate.of("0.0")).isEqualTo(TaxRate.ZERO);
  }

  @Test
  void is_a_hundredth_as_a_fraction() {
    assertThat(TaxRate.of("7.25").fraction()).isEqualByComparingTo("0.0725");
    assertThat(TaxRate.of("13").fraction()).isEqualByComparingTo("0.13");
  }

  @Test
  void sorts_by_size() {
    assertThat(TaxRate.of("9")).isLessThan(TaxRate.of("13"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "100.0001", "13.00001", "1E+30", "", "thirteen", "13%"})
  void refuses_what_is_no_percentage(String text) {
    assertThatThrownBy(() -> TaxRate.of(text))
        .isInstanceOfSatisfying(
            InvalidCommandException.class,
            e -> assertThat(e.violations()).extracting("path").containsExactly("taxRate"));
  }
}
