package io.jxc.api;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who acts, in which tenant. The host knows who its user is; JXC knows what the user may do.
 *
 * <pre>{@code
 * Actor alice = Actor.of("acme", "alice");
 * Actor till = alice.onBehalfOf("manager").withRoles("sales");   // where the host may assert roles
 * }</pre>
 *
 * @param tenant the tenant acted in
 * @param user code of the user, 1 to 64 bytes; an opaque id, never a phone number
 * @param assertedRoles roles the host vouches for; refused unless {@code Jxc.Builder} allows it
 * @param onBehalfOf the user really meant, recorded in the audit; gives no rights
 */
public record Actor(
    TenantId tenant, String user, Set<String> assertedRoles, Optional<String> onBehalfOf) {

  /**
   * Checks the user.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code code.invalid}
   */
  public Actor {
    user = Codes.require("actor.user", user);
    onBehalfOf = onBehalfOf.map(code -> Codes.require("actor.onBehalfOf", code));
    TreeSet<String> roles = new TreeSet<>();
    assertedRoles.forEach(role -> roles.add(Codes.require("actor.roles", role)));
    assertedRoles = Set.copyOf(roles);
  }

  /** Returns a user of a tenant, with the roles stored there. */
  public static Actor of(String tenant, String user) {
    return new Actor(TenantId.of(tenant), user, Set.of(), Optional.empty());
  }

  /** Returns the actor with roles that the host vouches for. */
  public Actor withRoles(String... roles) {
    return new Actor(tenant, user, Set.of(roles), onBehalfOf);
  }

  /** Returns the actor acting for somebody else. */
  public Actor onBehalfOf(String meant) {
    return new Actor(tenant, user, assertedRoles, Optional.of(meant));
  }
}
