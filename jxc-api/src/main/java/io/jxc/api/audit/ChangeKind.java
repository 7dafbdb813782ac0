package io.jxc.api.audit;

/** What a command did to an object. */
public enum ChangeKind {
  /** It is new. */
  CREATED,
  /** It was changed. */
  UPDATED,
  /** It is gone. */
  DELETED,
  /** It was named by a refused command: nothing happened to it, and it may not exist. */
  NAMED
}
