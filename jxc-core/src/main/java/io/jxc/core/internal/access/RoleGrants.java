package io.jxc.core.internal.access;

import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.access.EffectiveAccess;
import io.jxc.api.access.Grant;
import io.jxc.api.access.Scope;
import io.jxc.core.internal.command.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What some roles grant together. Only grants exist, so that another role never takes a right away;
 * a role that does not exist grants nothing.
 *
 * @param byRole grants of each role that exists, by code
 */
record RoleGrants(Map<String, List<Grant>> byRole) {
  /** Looks roles up: built-in ones in this version's table, others among the tenant's. */
  static RoleGrants of(View view, Collection<String> roles) {
    List<String> custom = roles.stream().filter(role -> !BuiltInRoles.contains(role)).toList();
    return of(roles, view.getAll(AccessTypes.ROLE, custom));
  }

  /** Takes roles whose stored documents were read before. */
  static RoleGrants of(Collection<String> roles, Map<String, RoleDocument> stored) {
    Map<String, List<Grant>> byRole = new LinkedHashMap<>();
    for (String role : new TreeSet<>(roles)) {
      RoleDocument document = stored.get(role);
      if (BuiltInRoles.contains(role)) {
        byRole.put(role, BuiltInRoles.grants(role));
      } else if (document != null) {
        byRole.put(role, Authoriser.grants(document));
      }
    }
    return new RoleGrants(byRole);
  }

  /** Returns each permission with its widest reach. */
  Map<String, Scope> permissions() {
    Map<String, Scope> widest = new TreeMap<>();
    byRole
        .values()
        .forEach(
            grants ->
                grants.forEach(
                    grant -> Authoriser.widen(widest, grant.permission(), grant.scope())));
    return widest;
  }

  /** Returns each permission with its reach and the roles it comes from. */
  EffectiveAccess explain(String user) {
    List<EffectiveAccess.Held> held = new ArrayList<>();
    permissions()
        .forEach(
            (permission, scope) ->
                held.add(new EffectiveAccess.Held(permission, scope, rolesWith(permission))));
    held.sort(Comparator.comparing(EffectiveAccess.Held::permission));
    return new EffectiveAccess(user, List.copyOf(byRole.keySet()), held);
  }

  private List<String> rolesWith(String permission) {
    return byRole.entrySet().stream()
        .filter(
            role ->
                role.getValue().stream().anyMatch(grant -> grant.permission().equals(permission)))
        .map(Map.Entry::getKey)
        .toList();
  }
}
