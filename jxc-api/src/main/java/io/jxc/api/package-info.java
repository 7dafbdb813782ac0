/**
 * What a host calls: sessions, actors and the values that all features share.
 *
 * <ul>
 *   <li>{@link io.jxc.api.JxcSession} speaks for one {@link io.jxc.api.Actor} in one tenant and
 *       leads to one service per feature ({@code io.jxc.api.<feature>}).
 *   <li>{@link io.jxc.api.Quantity}, {@link io.jxc.api.UnitPrice} and {@link io.jxc.api.Money} are
 *       exact; {@link io.jxc.api.Page} and {@link io.jxc.api.Cursor} bound every list.
 *   <li>Errors are {@link io.jxc.api.error.JxcException}s with stable codes.
 *   <li>No method here takes or returns null.
 * </ul>
 */
@NullMarked
package io.jxc.api;

import org.jspecify.annotations.NullMarked;
