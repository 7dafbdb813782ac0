/**
 * The change feed: every event of a tenant in order, by cursor.
 *
 * <ul>
 *   <li>{@link io.jxc.api.feed.FeedService} reads it.
 *   <li>{@link io.jxc.api.feed.FeedPage} is some events and the place to go on.
 *   <li>{@link io.jxc.api.feed.Subscription} has them delivered, across restarts and nodes; {@link
 *       io.jxc.api.feed.SubscriptionView} and {@link io.jxc.api.feed.ParkedEvent} show how it does.
 * </ul>
 */
@NullMarked
package io.jxc.api.feed;

import org.jspecify.annotations.NullMarked;
