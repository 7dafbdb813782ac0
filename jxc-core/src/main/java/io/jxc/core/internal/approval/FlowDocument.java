package io.jxc.core.internal.approval;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The approval flow of a document type.
 *
 * @param documentType the type; the key
 * @param revision how often it was defined
 * @param steps its steps in order
 */
public record FlowDocument(String documentType, int revision, List<Step> steps) {
  /**
   * A step.
   *
   * @param role role whose holders may decide
   * @param minimum least amount it applies to, in the base currency; absent = every amount
   */
  public record Step(String role, Optional<BigDecimal> minimum) {
    boolean appliesTo(BigDecimal amount) {
      return minimum.map(least -> amount.compareTo(least) >= 0).orElse(true);
    }
  }

  /** Copies the steps. */
  public FlowDocument {
    steps = List.copyOf(steps);
  }

  /** Returns the roles that must approve an amount, in order. */
  List<String> rolesFor(BigDecimal amount) {
    return steps.stream().filter(step -> step.appliesTo(amount)).map(Step::role).toList();
  }
}
