/**
 * Roles, grants and the check of every call.
 *
 * <ul>
 *   <li>{@link io.jxc.core.internal.access.Authoriser} computes an actor's {@link
 *       io.jxc.core.internal.access.Rights} from stored roles, anew for every command.
 *   <li>{@link io.jxc.core.internal.access.AccessTypes} declares users and roles.
 *   <li>{@link io.jxc.core.internal.access.AccessRules} decides who gives and takes which rights.
 * </ul>
 */
@NullMarked
package io.jxc.core.internal.access;

import org.jspecify.annotations.NullMarked;
