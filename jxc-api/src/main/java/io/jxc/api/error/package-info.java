/**
 * Every way in which a call can fail, as a typed exception with a stable code.
 *
 * <p>There are a few sealed categories, which a host maps to its own answers once, and leaves below
 * them with typed fields. New leaves may come in minor releases; categories do not.
 */
@NullMarked
package io.jxc.api.error;

import org.jspecify.annotations.NullMarked;
