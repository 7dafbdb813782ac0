/**
 * Wires everything together.
 *
 * <ul>
 *   <li>{@link io.jxc.core.internal.session.KernelModule} binds what all features share; each
 *       feature adds its own module to {@link io.jxc.core.internal.session.Features}.
 *   <li>{@link io.jxc.core.internal.session.DefaultSession} gives one actor the services.
 * </ul>
 */
@NullMarked
package io.jxc.core.internal.session;

import org.jspecify.annotations.NullMarked;
