/**
 * What happened, told after its commit: at least once, in the order of the tenant's log.
 *
 * <ul>
 *   <li>{@link io.jxc.api.event.JxcEvent} is the root; one sealed interface per feature holds its
 *       records.
 *   <li>{@link io.jxc.api.event.EventType} gives each record its stable stored name.
 *   <li>{@link io.jxc.api.event.UnknownEvent} stands for events of a newer version.
 * </ul>
 */
@NullMarked
package io.jxc.api.event;

import org.jspecify.annotations.NullMarked;
