package io.jxc.api.access;

import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import java.util.List;

/**
 * Roles and who has them. A change is in force at the next command, on every node.
 *
 * <p>Nobody touches rights beyond the own ones: granting, revoking and redefining ask for every
 * permission that changes hands, in its scope. A tenant always keeps a user with the role {@code
 * admin}.
 */
public interface AccessService {
  /** Custom roles a tenant may have. */
  int MAX_ROLES = 500;

  /** Roles a user may have. */
  int MAX_ROLES_PER_USER = 100;

  /**
   * Defines a role, or redefines one for all who have it.
   *
   * @throws io.jxc.api.error.AccessDeniedException {@code access.escalation} when the role gains or
   *     loses a permission that the actor does not hold
   * @throws io.jxc.api.error.NotFoundException when the role to be redefined is not there
   * @throws io.jxc.api.error.DuplicateKeyException when the role to be added is there
   * @throws io.jxc.api.error.StaleVersionException when somebody else redefined it meanwhile
   * @throws io.jxc.api.error.RuleViolationException {@code limit.exceeded} beyond {@link
   *     #MAX_ROLES} roles
   */
  @Requires(Permissions.ACCESS_MANAGE)
  RoleResult defineRole(DefineRole command);

  /**
   * Removes a role.
   *
   * @throws io.jxc.api.error.AccessDeniedException {@code access.escalation}
   * @throws io.jxc.api.error.NotFoundException when it is not there, or built in
   * @throws io.jxc.api.error.StaleVersionException when somebody else redefined it meanwhile
   * @throws io.jxc.api.error.RuleViolationException {@code in-use} while a user has it
   */
  @Requires(Permissions.ACCESS_MANAGE)
  RoleResult removeRole(RemoveRole command);

  /**
   * Gives roles to a user.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code reference.unknown} for an unknown role
   * @throws io.jxc.api.error.AccessDeniedException {@code access.escalation} when a role grants
   *     what the actor does not hold
   * @throws io.jxc.api.error.RuleViolationException {@code limit.exceeded} beyond {@link
   *     #MAX_ROLES_PER_USER} roles
   */
  @Requires(Permissions.ACCESS_MANAGE)
  UserResult grant(GrantRoles command);

  /**
   * Takes roles from a user.
   *
   * @throws io.jxc.api.error.NotFoundException when the user never had a role
   * @throws io.jxc.api.error.AccessDeniedException {@code access.escalation} when a role grants
   *     what the actor does not hold
   * @throws io.jxc.api.error.RuleViolationException {@code access.last-admin} when nobody would be
   *     left with the role {@code admin}
   */
  @Requires(Permissions.ACCESS_MANAGE)
  UserResult revoke(RevokeRoles command);

  /** Returns all roles: the built-in ones, then those of the tenant by code. */
  @Requires(Permissions.ACCESS_VIEW)
  List<RoleView> roles();

  /**
   * Returns a role.
   *
   * @throws io.jxc.api.error.NotFoundException when there is none of this code
   */
  @Requires(Permissions.ACCESS_VIEW)
  RoleView role(String code);

  /**
   * Returns users by code.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code cursor.invalid}
   */
  @Requires(Permissions.ACCESS_VIEW)
  Page<UserView> users(UserQuery query, PageRequest page);

  /**
   * Returns a user.
   *
   * @throws io.jxc.api.error.NotFoundException when there is none of this code
   */
  @Requires(Permissions.ACCESS_VIEW)
  UserView user(String code);

  /**
   * Returns what a user may do by the roles stored for it, and why.
   *
   * @throws io.jxc.api.error.NotFoundException when there is none of this code
   */
  @Requires(Permissions.ACCESS_VIEW)
  EffectiveAccess access(String user);

  /** Returns what the actor may do, and why; roles asserted by the host count where allowed. */
  @Requires(Permissions.ACCESS_SELF)
  EffectiveAccess myAccess();
}
