package io.jxc.core.internal.codec;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.StorageException;
import java.io.UncheckedIOException;

/** Says which stored row cannot be read, and nothing of what is in it. */
public final class Damage {
  private Damage() {}

  /**
   * Returns what is thrown when decoding a row has failed. What it tripped over is told by its kind
   * and place only: messages of parsers quote what they read.
   *
   * @param type stored name of the row's type
   * @param key key or number of the row
   */
  public static RuntimeException of(String type, String key, RuntimeException failure) {
    // values refuse bad digits and codes like those of a request; everything else says what it is
    boolean told = failure instanceof JxcException && !(failure instanceof InvalidCommandException);
    return told ? failure : StorageException.unreadable(type, key, reason(failure));
  }

  private static String reason(RuntimeException failure) {
    if (failure instanceof UncheckedIOException read
        && read.getCause() instanceof JsonProcessingException json) {
      JsonLocation place = json.getLocation();
      boolean placed = place != null && place.getByteOffset() >= 0;
      return json.getClass().getSimpleName() + (placed ? " at byte " + place.getByteOffset() : "");
    }
    return failure.getClass().getSimpleName();
  }
}
