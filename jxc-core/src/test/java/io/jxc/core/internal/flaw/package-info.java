/**
 * Faults made by hand in our own code, each of which a named test must catch: the proof that the
 * tests protect what they say. A flaw is a changed copy of one source file, compiled in memory.
 */
@NullMarked
package io.jxc.core.internal.flaw;

import org.jspecify.annotations.NullMarked;
