/**
 * How facts leave: the feed, and the host's listeners.
 *
 * <ul>
 *   <li>{@link io.jxc.core.internal.feed.DefaultFeedService} reads events by cursor.
 *   <li>{@link io.jxc.core.internal.feed.ListenerHub} gives each listener a thread of its own.
 * </ul>
 */
@NullMarked
package io.jxc.core.internal.feed;

import org.jspecify.annotations.NullMarked;
