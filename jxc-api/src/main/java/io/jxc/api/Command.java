package io.jxc.api;

/**
 * A request to change something: plain data with an identity of its own. The same request id with
 * the same content gives the first result again; with other content it is refused.
 */
public interface Command {
  /**
   * Returns the identity of this request: 1 to 100 characters of printable ASCII without {@code #}.
   * Builders draw a new one unless told; a caller who may have to repeat keeps it.
   */
  String requestId();
}
