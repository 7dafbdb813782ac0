/**
 * What a store implements so that a host can keep its data where it likes.
 *
 * <p>A store shows a consistent snapshot of one tenant and applies one set of changes atomically.
 * Everything it keeps is a document, a balance or a journal entry, as rows without knowledge of the
 * domain. The conformance kit in {@code io.jxc.tck} tells whether a store keeps its promises.
 */
@NullMarked
package io.jxc.spi.store;

import org.jspecify.annotations.NullMarked;
