/**
 * A deterministic simulation of several nodes over one store: one thread, virtual time, and faults
 * drawn from a seed. {@code SimulatorTest} runs many seeds, {@code -Dsim.seeds=N} sets how many,
 * {@code -Dsim.seed=S} shows one.
 */
@NullMarked
package io.jxc.core.internal.sim;

import org.jspecify.annotations.NullMarked;
