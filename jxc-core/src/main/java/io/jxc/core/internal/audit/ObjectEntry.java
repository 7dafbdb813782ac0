package io.jxc.core.internal.audit;

import io.jxc.api.audit.ChangeKind;
import java.util.List;
import java.util.Optional;

/**
 * One object of an audit entry.
 *
 * @param type stored name of its type
 * @param key its key
 * @param kind what happened to it
 * @param fields changed fields
 * @param digest digest of its stored header; absent where it is gone
 * @param lines digest of all its stored lines, where the command touched them
 */
public record ObjectEntry(
    String type,
    String key,
    ChangeKind kind,
    List<Field> fields,
    Optional<String> digest,
    Optional<String> lines) {
  /**
   * A field before and after.
   *
   * @param name its path
   * @param before text before
   * @param after text after
   */
  public record Field(String name, Optional<String> before, Optional<String> after) {}

  /** Copies the fields. */
  public ObjectEntry {
    fields = List.copyOf(fields);
  }

  /** Names an object that nothing happened to. */
  public static ObjectEntry named(String type, String key) {
    return new ObjectEntry(
        type, key, ChangeKind.NAMED, List.of(), Optional.empty(), Optional.empty());
  }

  /** Returns the name under which the object is listed. */
  public String reference() {
    return type + ":" + key;
  }
}
