package io.jxc.api;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** Draws request ids: UUIDs of version 7, which sort by time. */
public final class RequestIds {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RequestIds() {}

  /** Returns a new request id. */
  public static String next() {
    long time = System.currentTimeMillis();
    // all at once: the generator takes turns, and pays for each
    byte[] drawn = new byte[2 * Long.BYTES];
    RANDOM.nextBytes(drawn);
    ByteBuffer random = ByteBuffer.wrap(drawn);
    long high = (time << 16) | 0x7000L | (random.getLong() & 0x0FFFL);
    long low = (random.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
