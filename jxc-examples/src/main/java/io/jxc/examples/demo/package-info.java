/** A small shop lives one trading day and prints it. */
@NullMarked
package io.jxc.examples.demo;

import org.jspecify.annotations.NullMarked;
