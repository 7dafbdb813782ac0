/** What tests of several features share. */
@NullMarked
package io.jxc.core.internal.testing;

import org.jspecify.annotations.NullMarked;
