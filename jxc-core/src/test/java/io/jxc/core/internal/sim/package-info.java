/**
 * A deterministic simulation of several nodes over one store: one thing at a time, virtual time,
 * and faults drawn from a seed. Clients that call a node while a batch of the same tenant is with
 * the store have threads of their own, which take turns: so the lane decides the next batch on one
 * whose fate is open. {@code SimulatorTest} runs many seeds, {@code -Dsim.seeds=N} sets how many,
 * {@code -Dsim.seed=S} shows one.
 */
@NullMarked
package io.jxc.core.internal.sim;

import org.jspecify.annotations.NullMarked;
