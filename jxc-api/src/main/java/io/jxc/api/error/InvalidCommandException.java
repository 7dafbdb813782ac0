package io.jxc.api.error;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A request that can never succeed as it stands; all its violations are listed, in order. */
public non-sealed class InvalidCommandException extends JxcException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  /** Refuses a request for these reasons, at least one. */
  public InvalidCommandException(List<Violation> violations) {
    super(
        violations.size() == 1 ? violations.get(0).errorCode() : ErrorCode.COMMAND_INVALID,
        arguments(violations),
        null);
    this.violations = List.copyOf(violations);
  }

  /** Refuses a request for one reason. */
  public static InvalidCommandException of(
      String path, ErrorCode code, String expected, String found) {
    return new InvalidCommandException(List.of(new Violation(path, code, expected, found)));
  }

  /** Returns what is wrong, in the order of the request. */
  public List<Violation> violations() {
    return violations == null ? List.of() : violations;
  }

  @Override
  public String message(Locale locale) {
    return violations().stream().map(v -> v.message(locale)).collect(Collectors.joining(" "));
  }

  @Override
  public String getMessage() {
    return message(Locale.ENGLISH);
  }

  private static Map<String, String> arguments(List<Violation> violations) {
    if (violations.isEmpty()) {
      throw new IllegalArgumentException("an invalid command has a violation");
    }
    Violation first = violations.get(0);
    String all =
        violations.stream()
            .limit(20)
            .map(v -> v.message(Locale.ENGLISH))
            .collect(Collectors.joining(" "));
    return args(
        "path",
        first.path(),
        "expected",
        first.expected(),
        "found",
        first.found(),
        "violations",
        all);
  }
}
