/**
 * What a host calls: a session speaks for one actor in one tenant.
 *
 * <p>Values such as identifiers, money, quantities and pages are here. Each feature has a package
 * of its own below this one, with one service interface and its records. What was refused and why
 * is in {@link io.jxc.api.error}, what has happened is in {@link io.jxc.api.event}. No method takes
 * or returns null.
 */
@NullMarked
package io.jxc.api;

import org.jspecify.annotations.NullMarked;
