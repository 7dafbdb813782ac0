/** One idea per numbered file; {@code Main} runs them by name. */
@NullMarked
package io.jxc.examples;

import org.jspecify.annotations.NullMarked;
