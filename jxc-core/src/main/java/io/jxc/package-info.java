/**
 * The way in: build a {@code Jxc} from a store and options, and take sessions from it.
 *
 * <p>This is the only public package of this module. All that is below {@code io.jxc.core.internal}
 * may change in any release.
 */
@NullMarked
package io.jxc;

import org.jspecify.annotations.NullMarked;
