/**
 * A store in memory: exact like the others, gone with the process.
 *
 * <p>It serves tests, trials and the model against which the other stores are compared.
 */
@NullMarked
package io.jxc.store.memory;

import org.jspecify.annotations.NullMarked;
