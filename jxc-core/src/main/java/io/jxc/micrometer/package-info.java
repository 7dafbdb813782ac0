/**
 * Metrics for hosts that use Micrometer. Needs {@code io.micrometer:micrometer-core} in the class
 * path, which JXC does not bring along.
 *
 * <ul>
 *   <li>{@link io.jxc.micrometer.MicrometerMetrics} registers everything in a registry.
 * </ul>
 */
@NullMarked
package io.jxc.micrometer;

import org.jspecify.annotations.NullMarked;
