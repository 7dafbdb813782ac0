package io.jxc.api.audit;

import io.jxc.api.Checks;

/**
 * Names an object in the log.
 *
 * @param type stable name of its type, for example {@code product} or {@code sales_order}; 1 to 40
 *     characters
 * @param key its code or id; 1 to 400 characters
 */
public record ObjectRef(String type, String key) {
  /**
   * Checks the lengths.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code text.invalid}
   */
  public ObjectRef {
    Checks checks = new Checks();
    type = checks.text("type", type, 40);
    key = checks.text("key", key, 400);
    checks.done();
  }
}
