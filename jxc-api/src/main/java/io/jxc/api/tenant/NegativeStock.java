package io.jxc.api.tenant;

/** Whether stock may be issued that the books do not have. */
public enum NegativeStock {
  /** An issue beyond what is available is refused. */
  REFUSE,
  /** An issue beyond what is available is booked; later receipts correct its cost. */
  ALLOW
}
