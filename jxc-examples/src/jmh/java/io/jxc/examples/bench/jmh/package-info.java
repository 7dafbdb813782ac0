/**
 * Micro benchmarks of what a command consists of: looking up a permission, deciding, writing and
 * reading documents, and the hand-over of the lane. Compiled with {@code -Pbench} only.
 */
@NullMarked
package io.jxc.examples.bench.jmh;

import org.jspecify.annotations.NullMarked;
