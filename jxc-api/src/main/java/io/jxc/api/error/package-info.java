/**
 * Every error a caller can meet: eight sealed categories of {@link io.jxc.api.error.JxcException},
 * each error with a stable {@link io.jxc.api.error.ErrorCode}, typed fields, and a message in
 * English and Chinese.
 *
 * <p>Precedence: validation, replay, permission, not found, rule, conflict; lines in order.
 */
@NullMarked
package io.jxc.api.error;

import org.jspecify.annotations.NullMarked;
