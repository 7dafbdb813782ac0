package io.jxc.api;

import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/** The form of codes: trimmed, NFC, 1 to 64 bytes of UTF-8, no control characters. */
public final class Codes {
  /** Bytes a code may take. */
  public static final int MAX_BYTES = 64;

  private Codes() {}

  /**
   * Brings a code to its stored form.
   *
   * @param path where it stood, for the error
   * @throws InvalidCommandException {@code code.invalid}
   */
  public static String require(String path, String code) {
    return normalise(code)
        .orElseThrow(
            () ->
                InvalidCommandException.of(
                    path,
                    ErrorCode.CODE_INVALID,
                    "1..64 bytes without control characters, not starting with @",
                    code.length() > MAX_BYTES ? code.length() + " characters" : code));
  }

  /** Returns the stored form of a code, or empty where it is not one. */
  public static Optional<String> normalise(String code) {
    return isPlain(code) ? Optional.of(code) : stored(code);
  }

  /** Tells of most codes that they are stored as they are: a few visible characters of ASCII. */
  private static boolean isPlain(String code) {
    if (code.isEmpty() || code.length() > MAX_BYTES || code.charAt(0) == '@') {
      return false;
    }
    for (int i = 0; i < code.length(); i++) {
      if (code.charAt(i) <= ' ' || code.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> stored(String code) {
    if (code.length() > 4 * MAX_BYTES) {
      return Optional.empty();
    }
    String stored = Normalizer.normalize(code, Normalizer.Form.NFC).strip();
    boolean control = stored.chars().anyMatch(Character::isISOControl);
    boolean lone = !StandardCharsets.UTF_8.newEncoder().canEncode(stored);
    if (stored.isEmpty() || control || lone || stored.charAt(0) == '@') {
      return Optional.empty();
    }
    return stored.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES
        ? Optional.empty()
        : Optional.of(stored);
  }
}
