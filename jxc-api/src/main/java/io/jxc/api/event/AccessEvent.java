package io.jxc.api.event;

import java.util.List;

/** What happened to users and roles. */
public sealed interface AccessEvent extends JxcEvent {
  /**
   * The roles of a user were changed.
   *
   * @param header tenant, actor, sequence and time
   * @param user the user
   * @param before codes of its roles before, in order
   * @param after codes of its roles after, in order
   */
  @EventType("access.roles-changed")
  record RolesChanged(EventHeader header, String user, List<String> before, List<String> after)
      implements AccessEvent {
    /** Copies the roles. */
    public RolesChanged {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /**
   * A role was defined or redefined.
   *
   * @param header tenant, actor, sequence and time
   * @param role code of the role
   */
  @EventType("access.role-defined")
  record RoleDefined(EventHeader header, String role) implements AccessEvent {}

  /**
   * A role was removed.
   *
   * @param header tenant, actor, sequence and time
   * @param role code of the role
   */
  @EventType("access.role-removed")
  record RoleRemoved(EventHeader header, String role) implements AccessEvent {}
}
