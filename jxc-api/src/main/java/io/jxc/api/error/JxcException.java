package io.jxc.api.error;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The root of all errors. One of eight categories; a host maps categories to its answers once and
 * shows {@link #message(Locale)} to people.
 */
public abstract sealed class JxcException extends RuntimeException
    permits AccessDeniedException,
        ConflictException,
        InvalidCommandException,
        NotFoundException,
        OutcomeUnknownException,
        RuleViolationException,
        StorageException,
        UnavailableException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode errorCode;
  private final transient Map<String, String> arguments;

  JxcException(ErrorCode errorCode, Map<String, String> arguments, @Nullable Throwable cause) {
    super(fill(errorCode.english(), arguments), cause);
    this.errorCode = errorCode;
    this.arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
  }

  /** Returns the stable code, for example {@code stock.insufficient}. */
  public String code() {
    return errorCode.code();
  }

  /** Returns the code as an enum constant. */
  public ErrorCode errorCode() {
    return errorCode;
  }

  /** Returns the arguments of the message by name, for a host's own texts. */
  public Map<String, String> arguments() {
    return arguments == null ? Map.of() : arguments;
  }

  /** Tells whether the very same request may succeed later. */
  public boolean retryable() {
    return false;
  }

  /** Returns the message in Chinese for a Chinese locale, in English otherwise. */
  public String message(Locale locale) {
    boolean chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
    return fill(chinese ? errorCode.chinese() : errorCode.english(), arguments());
  }

  static String fill(String template, Map<String, String> arguments) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      int close = template.indexOf('}', open);
      text.append(template, from, open);
      text.append(printable(arguments.getOrDefault(template.substring(open + 1, close), "?")));
      from = close + 1;
    }
    return text.append(template.substring(from)).toString();
  }

  /** Keeps line breaks, escapes and direction marks of user data out of logs. */
  private static String printable(String value) {
    String cut = value.length() > 200 ? value.substring(0, 200) + "…" : value;
    StringBuilder text = new StringBuilder();
    cut.codePoints()
        .forEach(
            c -> {
              int kind = Character.getType(c);
              boolean hidden =
                  kind == Character.CONTROL
                      || kind == Character.FORMAT
                      || kind == Character.LINE_SEPARATOR
                      || kind == Character.PARAGRAPH_SEPARATOR
                      || kind == Character.SURROGATE;
              if (hidden) {
                text.append(String.format("\\u%04x", c));
              } else {
                text.appendCodePoint(c);
              }
            });
    return text.toString();
  }

  /** Returns arguments in the order given: name, value, name, value … */
  static Map<String, String> args(String... namesAndValues) {
    Map<String, String> map = new LinkedHashMap<>();
    List<String> list = new ArrayList<>(List.of(namesAndValues));
    for (int i = 0; i < list.size(); i += 2) {
      map.put(list.get(i), list.get(i + 1));
    }
    return map;
  }
}
