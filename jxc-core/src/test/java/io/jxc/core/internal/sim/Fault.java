package io.jxc.core.internal.sim;

/** What goes wrong in a simulated world, and how often at most where it is drawn. */
enum Fault {
  /** Another node commits between a decision and its commit, or between two reads. */
  HEAD_MOVES(0.30),
  /** The store fails, and nothing was applied; sometimes it cannot say so. */
  FAILS_BEFORE(0.10),
  /** The store has applied the commit and fails to say so. */
  FAILS_AFTER(0.10),
  /** The commit lands, or is rolled back, a while after the caller was told that it is unknown. */
  ZOMBIE(0.05),
  /** The store takes long. */
  SLOW(0.20),
  /** The node dies in the middle, and one that knows nothing takes its place. */
  CRASH(0.02),
  /** The node stands still in the middle while the others go on. */
  FREEZE(0.05),
  /** The node's clock jumps by an hour, a day, or to the end of a month or a year. */
  CLOCK_JUMP(0.05),
  /** The node cannot reach the store for a while. */
  REFUSED(0.03),
  /** A snapshot fails after some reads. */
  READ_BREAKS(0.05),
  /** A listener throws. */
  LISTENER_THROWS(0.30),
  /** A listener does not come back in time, and hangs on for a while. */
  LISTENER_HANGS(0.10),
  /** A node stands still inside a listener until somebody else has its lease. */
  LEASE_LOST(0.05),
  /** Others call the node while a batch is with the store, and the next one is decided on it. */
  AHEAD(0.20);

  /** How often it happens at most, for each occasion. */
  final double most;

  Fault(double most) {
    this.most = most;
  }

  /** Tells whether it can happen to a class of what is done. */
  boolean hits(Kind kind) {
    return switch (this) {
      case LISTENER_THROWS, LISTENER_HANGS, LEASE_LOST -> kind == Kind.SERVE;
      // a subscription goes on by itself, and of what is not found nothing is sent
      case AHEAD -> kind != Kind.SERVE && kind != Kind.FOREIGN && !kind.onlyReads();
      case FAILS_BEFORE, FAILS_AFTER, ZOMBIE, FREEZE -> !kind.onlyReads();
      default -> true;
    };
  }
}
