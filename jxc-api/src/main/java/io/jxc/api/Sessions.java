package io.jxc.api;

/** Opens sessions; what a host's modules are handed, so that they need jxc-api only. */
public interface Sessions {
  /**
   * Speaks for an actor. Cheap, immutable, thread-safe; rights are looked up at every call, so a
   * session may be kept.
   *
   * @throws io.jxc.api.error.InvalidCommandException when roles are asserted and that is not
   *     allowed
   * @throws io.jxc.api.error.UnavailableException when the library is closed
   */
  JxcSession as(Actor actor);
}
