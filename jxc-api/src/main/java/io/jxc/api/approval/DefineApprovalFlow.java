package io.jxc.api.approval;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Internal;
import io.jxc.api.Money;
import io.jxc.api.RequestIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Defines the approval flow of a document type, whole. Documents already submitted keep the flow
 * they were submitted under.
 *
 * <pre>{@code
 * DefineApprovalFlow.of(ApprovableTypes.PURCHASE_ORDER)
 *     .step("purchase-manager", Money.of("1000", "CNY"))
 *     .step("finance", Money.of("10000", "CNY"))
 *     .build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param documentType one of {@link ApprovableTypes}
 * @param expectedVersion version of the flow the change is based on, 0 = there is none yet; absent
 *     = whatever it is
 * @param steps 0 to 10 steps in order; without steps every document is approved when submitted
 */
public record DefineApprovalFlow(
    String requestId, String documentType, Optional<Long> expectedVersion, List<ApprovalStep> steps)
    implements Command {

  /** Steps a flow may have. */
  public static final int MAX_STEPS = 10;

  /** Checks the command; use the builder. */
  @Internal
  public DefineApprovalFlow {
    Checks checks = new Checks();
    checks.requestId(requestId);
    documentType = checks.code("documentType", documentType);
    steps = checks.list("steps", steps, 0, MAX_STEPS);
    checks.done();
  }

  /** Starts the flow of a document type. */
  public static Builder of(String documentType) {
    return new Builder(documentType);
  }

  /** Collects a flow. Not thread-safe. */
  public static final class Builder {
    private final String documentType;
    private final List<ApprovalStep> steps = new ArrayList<>();
    private final Checks checks = new Checks();
    private String requestId = RequestIds.next();
    private Optional<Long> expectedVersion = Optional.empty();
    private int added;

    private Builder(String documentType) {
      this.documentType = documentType;
    }

    /** Names the request, to repeat it safely. */
    public Builder requestId(String id) {
      requestId = id;
      return this;
    }

    /** Refuses the change where the flow has another version meanwhile. */
    public Builder expectedVersion(long version) {
      expectedVersion = Optional.of(version);
      return this;
    }

    /** Adds a step for documents of every amount. */
    public Builder step(String role) {
      return collect(() -> new ApprovalStep(role, Optional.empty()));
    }

    /** Adds a step for documents of this amount or more. */
    public Builder step(String role, Money minimum) {
      return collect(() -> new ApprovalStep(role, Optional.of(minimum)));
    }

    private Builder collect(Supplier<ApprovalStep> step) {
      checks.at("steps[" + added++ + "]", step).ifPresent(steps::add);
      return this;
    }

    /**
     * Returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public DefineApprovalFlow build() {
      checks.done();
      return new DefineApprovalFlow(requestId, documentType, expectedVersion, steps);
    }
  }
}
