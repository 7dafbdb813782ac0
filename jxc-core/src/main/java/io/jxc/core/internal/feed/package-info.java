/**
 * How facts leave: the feed, and the host's listeners.
 *
 * <ul>
 *   <li>{@link io.jxc.core.internal.feed.DefaultFeedService} reads events by cursor.
 *   <li>{@link io.jxc.core.internal.feed.ListenerHub} gives each listener a thread of its own.
 *   <li>{@link io.jxc.core.internal.feed.SubscriptionHub} runs the durable subscriptions: a {@link
 *       io.jxc.core.internal.feed.SubscriptionThread} asks a {@link
 *       io.jxc.core.internal.feed.SubscriptionRunner} for one step after the other, whose places
 *       are kept by commands of {@link io.jxc.core.internal.feed.SubscriptionRules}.
 * </ul>
 */
@NullMarked
package io.jxc.core.internal.feed;

import org.jspecify.annotations.NullMarked;
