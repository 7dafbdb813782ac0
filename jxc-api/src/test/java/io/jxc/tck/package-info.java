/**
 * The conformance kit for stores, shipped as the test jar of this module.
 *
 * <p>Each suite is an abstract test class: extend it, hand it a fixture that makes an empty store,
 * and run it. Nothing is skipped and nothing sleeps.
 */
@NullMarked
package io.jxc.tck;

import org.jspecify.annotations.NullMarked;
