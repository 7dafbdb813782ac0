/** Trades at random on every store and compares what came of it. */
@NullMarked
package io.jxc.core.internal.model;

import org.jspecify.annotations.NullMarked;
