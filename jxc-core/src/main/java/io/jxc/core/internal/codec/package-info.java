/**
 * From objects to stored rows and back.
 *
 * <p>Formats are numbered and old ones are read for ever. Digests are taken over a canonical form,
 * so that both stores hold and prove the same bytes.
 */
@NullMarked
package io.jxc.core.internal.codec;

import org.jspecify.annotations.NullMarked;
