/**
 * The change feed: every event of a tenant in order, by cursor.
 *
 * <ul>
 *   <li>{@link io.jxc.api.feed.FeedService} reads it.
 *   <li>{@link io.jxc.api.feed.FeedPage} is some events and the place to go on.
 * </ul>
 */
@NullMarked
package io.jxc.api.feed;

import org.jspecify.annotations.NullMarked;
