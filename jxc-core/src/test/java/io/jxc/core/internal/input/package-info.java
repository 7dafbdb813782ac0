/** What comes in wrong is refused with a reason, and changes nothing. */
@NullMarked
package io.jxc.core.internal.input;

import org.jspecify.annotations.NullMarked;
