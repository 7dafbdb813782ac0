package io.jxc.api.event;

/** What happened to users and roles. */
public sealed interface AccessEvent extends JxcEvent {
  /**
   * The roles of a user were changed.
   *
   * @param header tenant, actor, sequence and time
   * @param user the user
   * @param before roles before, comma-separated
   * @param after roles after, comma-separated
   */
  @EventType("access.roles-changed")
  record RolesChanged(EventHeader header, String user, String before, String after)
      implements AccessEvent {}
}
