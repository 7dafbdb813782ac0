/**
 * How an instance does: for readiness probes, dashboards and people.
 *
 * <ul>
 *   <li>{@link io.jxc.api.health.JxcHealth} is one look at everything.
 *   <li>{@link io.jxc.api.health.FeedLag} is how far behind a listener or a subscription is.
 * </ul>
 */
@NullMarked
package io.jxc.api.health;

import org.jspecify.annotations.NullMarked;
