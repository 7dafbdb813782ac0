/** Tests of the conformance kit itself; not part of it. */
@NullMarked
package io.jxc.kit;

import org.jspecify.annotations.NullMarked;
