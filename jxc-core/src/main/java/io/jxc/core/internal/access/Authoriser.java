package io.jxc.core.internal.access;

import io.jxc.api.Actor;
import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.access.Grant;
import io.jxc.api.access.Scope;
import io.jxc.core.internal.command.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Computes what an actor may do from its stored and asserted roles. Roles only add: what no role
 * grants is denied. Looked up in the same view as everything else, so a change counts for the next
 * command.
 */
public final class Authoriser {
  private Authoriser() {}

  /** Returns the rights of an actor as a command's view shows them. */
  public static Rights rights(View view, Actor actor) {
    Optional<UserDocument> user = view.get(AccessTypes.USER, actor.user());
    return rights(actor, user, (codes, known) -> view.getAll(AccessTypes.ROLE, codes));
  }

  /**
   * Returns the rights of an actor.
   *
   * @param roles reads roles of the tenant's own by their codes
   */
  public static Rights rights(
      Actor actor,
      Optional<UserDocument> user,
      BiFunction<Collection<String>, Actor, Map<String, RoleDocument>> roles) {
    Set<String> codes = new TreeSet<>(actor.assertedRoles());
    user.ifPresent(stored -> codes.addAll(stored.roles()));
    List<String> own = codes.stream().filter(code -> !BuiltInRoles.contains(code)).toList();
    Map<String, Scope> permissions = new HashMap<>();
    codes.forEach(
        code ->
            BuiltInRoles.grants(code).forEach(g -> widen(permissions, g.permission(), g.scope())));
    Collection<RoleDocument> found =
        own.isEmpty() ? new ArrayList<>() : roles.apply(own, actor).values();
    found.forEach(role -> role.permissions().forEach((p, scope) -> widen(permissions, p, scope)));
    return new Rights(actor.user(), codes, permissions);
  }

  /** Adds a grant to permissions held; the wider scope stays. */
  static void widen(Map<String, Scope> permissions, String permission, Scope scope) {
    permissions.merge(permission, scope, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  /** Returns the grants of a role of the tenant's own. */
  public static List<Grant> grants(RoleDocument role) {
    return role.permissions().entrySet().stream()
        .map(entry -> new Grant(entry.getKey(), entry.getValue()))
        .toList();
  }
}
