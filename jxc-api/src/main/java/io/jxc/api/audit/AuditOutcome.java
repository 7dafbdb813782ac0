package io.jxc.api.audit;

/** How an audited command ended. */
public enum AuditOutcome {
  /** It was committed. */
  OK,
  /** It was refused and changed nothing. */
  REFUSED
}
