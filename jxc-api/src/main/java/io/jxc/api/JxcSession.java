package io.jxc.api;

/**
 * Speaks for one actor in one tenant. Immutable, cheap and thread-safe; every call checks the
 * actor's rights anew.
 */
public interface JxcSession {
  /** Returns the actor this session speaks for. */
  Actor actor();
}
