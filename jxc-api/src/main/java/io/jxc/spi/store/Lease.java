package io.jxc.spi.store;

import java.time.Instant;

/**
 * The right of one holder to do a named thing for a while, by the store's clock.
 *
 * @param name what is leased
 * @param holder who holds it
 * @param token grows with every change of holder: work done under an older token is refused
 * @param expiresAt when it ends unless renewed
 */
public record Lease(String name, String holder, long token, Instant expiresAt) {}
