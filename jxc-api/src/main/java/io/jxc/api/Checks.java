package io.jxc.api;

import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.Violation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
  private static final int MAX_ATTRIBUTES = 50;

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

  /** Requires a date that every store can keep: of the years 1000 to 9998. */
  public void date(String path, Optional<LocalDate> date) {
    date.ifPresent(
        day ->
            require(
                day.getYear() >= 1000 && day.getYear() <= 9998,
                path,
                ErrorCode.NUMBER_RANGE,
                "a date of the years 1000..9998",
                day.toString()));
  }

  /** Requires a quantity above zero. */
  public Quantity positive(String path, Quantity quantity) {
    if (!quantity.isPositive()) {
      require(false, path, ErrorCode.QUANTITY_NOT_POSITIVE, "above 0", quantity.toString());
    }
    return quantity;
  }

  /** Requires a price of zero or above. */
  public UnitPrice notNegative(String path, UnitPrice price) {
    if (price.signum() < 0) {
      require(false, path, ErrorCode.NUMBER_RANGE, "0 or more", price.toString());
    }
    return price;
  }

  /** Requires a day of the years 1900 to 9998, which every store can keep and list. */
  public LocalDate day(String path, LocalDate day) {
    if (day.getYear() < 1900 || day.getYear() > 9998) {
      String expected = "a day of the years 1900..9998";
      require(false, path, ErrorCode.NUMBER_RANGE, expected, day.toString());
    }
    return day;
  }

  /** Requires such a day where one is given. */
  public Optional<LocalDate> day(String path, Optional<LocalDate> day) {
    return day.map(present -> day(path, present));
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

  /**
   * Returns the stored forms of up to {@code max} codes that somebody asks for, each once, in the
   * order given.
   *
   * @throws InvalidCommandException {@code lines.count}, {@code code.invalid}
   */
  public static List<String> codes(String path, List<String> codes, int max) {
    Checks checks = new Checks();
    List<String> given = checks.list(path, codes, 0, max);
    Set<String> stored = new LinkedHashSet<>();
    for (int i = 0; i < given.size(); i++) {
      stored.add(checks.code(path + "[" + i + "]", given.get(i)));
    }
    checks.done();
    return List.copyOf(stored);
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
   * Runs a reader of one value whose violations are recorded as those of a field, whatever the
   * reader calls it. Empty where it failed.
   *
   * <pre>{@code
   * checks.field("listPrice", () -> UnitPrice.of(text)).ifPresent(this::setListPrice);
   * }</pre>
   */
  public <T> Optional<T> field(String path, Supplier<T> reader) {
    try {
      return Optional.of(reader.get());
    } catch (InvalidCommandException e) {
      e.violations().forEach(v -> require(false, path, v.errorCode(), v.expected(), v.found()));
      return Optional.empty();
    }
  }

  /**
   * Ends the checks of a builder: makes the value and reports what its constructor finds together
   * with everything found before.
   *
   * @throws InvalidCommandException with every violation, if there is any
   */
  public <T> T make(Supplier<T> constructor) {
    Optional<T> made = Optional.empty();
    try {
      made = Optional.of(constructor.get());
    } catch (InvalidCommandException e) {
      e.violations().forEach(v -> require(false, v.path(), v.errorCode(), v.expected(), v.found()));
    }
    done();
    return made.orElseThrow();
  }

  /**
   * Returns custom attributes in the order of their keys: at most 50, a code of a text of at most
   * 500 characters each.
   */
  public SortedMap<String, String> attributes(String path, Map<String, String> attributes) {
    require(
        attributes.size() <= MAX_ATTRIBUTES,
        path,
        ErrorCode.LINES_COUNT,
        "0.." + MAX_ATTRIBUTES,
        Integer.toString(attributes.size()));
    SortedMap<String, String> stored = new TreeMap<>();
    attributes.forEach(
        (key, value) -> {
          String place = path + "." + key;
          String before = stored.put(code(place, key), text(place, value, 500));
          require(before == null, place, ErrorCode.LINE_DUPLICATE, "attribute", key);
        });
    return Collections.unmodifiableSortedMap(stored);
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
