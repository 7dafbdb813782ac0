package io.jxc.api;

import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Collects everything that is wrong with a command, so that its caller hears of all of it at once.
 * Used by the constructors of commands and queries; hosts may use it for their own.
 *
 * <pre>{@code
 * Checks checks = new Checks();
 * warehouse = checks.code("warehouse", warehouse);
 * lines = checks.list("lines", lines, 1, 10_000);
 * checks.done();
 * }</pre>
 */
public final class Checks {
  private static final int SHOWN = 100;
  private static final int MAX_VIOLATIONS = 1_000;

  private final List<Violation> violations = new ArrayList<>();

  /** Starts with nothing wrong. */
  public Checks() {}

  /** Records a violation unless the condition holds; returns the condition. */
  public boolean require(
      boolean condition, String path, ErrorCode code, String expected, String found) {
    if (!condition && violations.size() < MAX_VIOLATIONS) {
      String shown = found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found;
      violations.add(new Violation(path, code, expected, shown));
    }
    return condition;
  }

  /** Returns the stored form of a code; see {@link Codes}. */
  public String code(String path, String code) {
    Optional<String> stored = Codes.normalise(code);
    require(
        stored.isPresent(),
        path,
        ErrorCode.CODE_INVALID,
        "1..64 bytes without control characters, not starting with @",
        code);
    return stored.orElse(code);
  }

  /** Returns the stored form of a code that may be missing. */
  public Optional<String> code(String path, Optional<String> code) {
    return code.map(present -> code(path, present));
  }

  /**
   * Returns a free text of 1 to {@code max} characters without control characters but new lines.
   */
  public String text(String path, String text, int max) {
    String stripped = text.strip();
    boolean control =
        stripped.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
    boolean whole = StandardCharsets.UTF_8.newEncoder().canEncode(stripped);
    require(
        !stripped.isEmpty() && stripped.length() <= max && !control && whole,
        path,
        ErrorCode.TEXT_INVALID,
        "1.." + max + " characters without control characters",
        stripped.isEmpty() ? "nothing" : stripped.length() + " characters: " + stripped);
    return stripped;
  }

  /** Returns a free text that may be missing. */
  public Optional<String> text(String path, Optional<String> text, int max) {
    return text.map(present -> text(path, present, max));
  }

  /** Requires a quantity above zero. */
  public Quantity positive(String path, Quantity quantity) {
    require(
        quantity.isPositive(),
        path,
        ErrorCode.QUANTITY_NOT_POSITIVE,
        "above 0",
        quantity.toString());
    return quantity;
  }

  /** Requires a price of zero or above. */
  public UnitPrice notNegative(String path, UnitPrice price) {
    require(price.signum() >= 0, path, ErrorCode.NUMBER_RANGE, "0 or more", price.toString());
    return price;
  }

  /** Requires a list of {@code min} to {@code max} items and copies it. */
  public <T> List<T> list(String path, List<T> items, int min, int max) {
    require(
        items.size() >= min && items.size() <= max,
        path,
        ErrorCode.LINES_COUNT,
        min + ".." + max,
        Integer.toString(items.size()));
    return List.copyOf(items);
  }

  /** Requires that no two items share a key. */
  public <T> void unique(String path, String what, List<T> items, Function<T, String> key) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      String value = key.apply(items.get(i));
      require(seen.add(value), path + "[" + i + "]", ErrorCode.LINE_DUPLICATE, what, value);
    }
  }

  /** Requires a request id of 1 to 100 printable ASCII characters without {@code #}. */
  public String requestId(String requestId) {
    boolean plain =
        !requestId.isEmpty()
            && requestId.length() <= 100
            && requestId.chars().allMatch(c -> c > ' ' && c < 127 && c != '#');
    require(
        plain,
        "requestId",
        ErrorCode.REQUEST_ID_INVALID,
        "1..100 printable ASCII characters without #",
        requestId);
    return requestId;
  }

  /**
   * Runs a reader whose own violations are recorded under a path: {@code quantity} becomes {@code
   * lines[3].quantity}. Empty where it failed.
   */
  public <T> Optional<T> at(String path, Supplier<T> reader) {
    try {
      return Optional.of(reader.get());
    } catch (InvalidCommandException e) {
      e.violations()
          .forEach(
              v -> require(false, path + "." + v.path(), v.errorCode(), v.expected(), v.found()));
      return Optional.empty();
    }
  }

  /**
   * Ends the checks.
   *
   * @throws InvalidCommandException with every violation, if there is any
   */
  public void done() {
    if (!violations.isEmpty()) {
      throw new InvalidCommandException(violations);
    }
  }
}
