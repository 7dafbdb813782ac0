package io.jxc.api.error;

import java.util.Locale;

/**
 * One thing that is wrong with a request.
 *
 * @param path where, for example {@code lines[6].sku}
 * @param errorCode what
 * @param expected what was expected
 * @param found what was found, shortened
 */
public record Violation(String path, ErrorCode errorCode, String expected, String found) {
  /** Returns the stable code. */
  public String code() {
    return errorCode.code();
  }

  /** Returns the message in Chinese for a Chinese locale, in English otherwise. */
  public String message(Locale locale) {
    boolean chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
    return path
        + ": "
        + JxcException.fill(
            chinese ? errorCode.chinese() : errorCode.english(),
            JxcException.args("expected", expected, "found", found));
  }
}
