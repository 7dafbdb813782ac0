/**
 * Who may do what: roles, grants, permissions and scopes.
 *
 * <ul>
 *   <li>{@link io.jxc.api.access.Requires} declares the permission of a service method.
 *   <li>{@link io.jxc.api.access.Permissions} lists every permission.
 *   <li>{@link io.jxc.api.access.BuiltInRoles} are the roles every tenant has.
 *   <li>{@link io.jxc.api.access.AccessService} defines roles, grants and revokes them.
 * </ul>
 */
@NullMarked
package io.jxc.api.access;

import org.jspecify.annotations.NullMarked;
