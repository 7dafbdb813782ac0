/**
 * The conformance kit for stores, shipped as the test jar of this module; needs JUnit 5 and
 * AssertJ.
 *
 * <ul>
 *   <li>{@link io.jxc.tck.StoreConformance} holds all suites: extend it, open a {@link
 *       io.jxc.tck.StoreFixture} with an empty store, run it. Suites may be extended singly, too.
 *   <li>{@link io.jxc.tck.KitTypes} declares what is stored; {@link io.jxc.tck.Tampering} is the
 *       damage that a fixture does behind the store's back.
 *   <li>Each suite's documentation lists what it reads into the contract where that leaves room.
 *   <li>Nothing is skipped, nothing is assumed and nothing sleeps.
 * </ul>
 */
@NullMarked
package io.jxc.tck;

import org.jspecify.annotations.NullMarked;
