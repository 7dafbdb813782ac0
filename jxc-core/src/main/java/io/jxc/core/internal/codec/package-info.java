/**
 * Objects to stored rows and back.
 *
 * <ul>
 *   <li>{@link io.jxc.core.internal.codec.DocType}, {@link io.jxc.core.internal.codec.LinedType}
 *       and {@link io.jxc.core.internal.codec.JournalOf} bind a record to its declaration.
 *   <li>{@link io.jxc.core.internal.codec.Json} is the one configured Jackson mapper.
 *   <li>{@link io.jxc.core.internal.codec.EventCodec} stores events under their stable names.
 *   <li>{@link io.jxc.core.internal.codec.Cursors} binds cursors to tenant and query.
 * </ul>
 */
@NullMarked
package io.jxc.core.internal.codec;

import org.jspecify.annotations.NullMarked;
