package io.jxc.api;

import java.security.SecureRandom;
import java.util.UUID;

/** Draws request ids: UUIDs of version 7, which sort by time. */
public final class RequestIds {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RequestIds() {}

  /** Returns a new request id. */
  public static String next() {
    long time = System.currentTimeMillis();
    long high = (time << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
    long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
