/**
 * Who may do what: roles, grants, permissions and scopes.
 *
 * <ul>
 *   <li>{@link io.jxc.api.access.Requires} declares the permission of a service method.
 *   <li>{@link io.jxc.api.access.Permissions} lists every permission.
 * </ul>
 */
@NullMarked
package io.jxc.api.access;

import org.jspecify.annotations.NullMarked;
