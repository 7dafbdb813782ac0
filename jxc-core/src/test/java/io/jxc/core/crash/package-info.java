/**
 * Proof by force: processes are killed, frozen and cut off while they work, and what they had
 * acknowledged is looked for afterwards. Short in the normal build, long with {@code -Pendurance}.
 */
@NullMarked
package io.jxc.core.crash;

import org.jspecify.annotations.NullMarked;
