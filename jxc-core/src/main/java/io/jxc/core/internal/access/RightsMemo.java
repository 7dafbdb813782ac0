package io.jxc.core.internal.access;

import io.jxc.api.Actor;
import io.jxc.core.internal.command.View;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the rights of actors who were asked for lately. Each time the stored user and roles are
 * looked up again, and what is remembered counts only while they are the very same. Used by one
 * thread at a time.
 */
public final class RightsMemo {
  private static final int ACTORS = 500;

  /** Rights, and what they were computed from: the user, and its roles of the tenant's own. */
  private record Known(
      Optional<UserDocument> user,
      Set<String> codes,
      Map<String, RoleDocument> roles,
      Rights rights) {}

  private final Map<Actor, Known> memo =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Actor, Known> eldest) {
          return size() > ACTORS;
        }
      };

  /** Returns the rights of an actor as a view shows them. */
  public Rights rights(View view, Actor actor) {
    Optional<UserDocument> user = view.get(AccessTypes.USER, actor.user());
    Known known = memo.get(actor);
    if (known == null || !isStill(known, view, user)) {
      known = compute(view, actor, user);
      memo.put(actor, known);
    }
    return known.rights();
  }

  private static Known compute(View view, Actor actor, Optional<UserDocument> user) {
    Set<String> own = new LinkedHashSet<>();
    Map<String, RoleDocument> roles = new LinkedHashMap<>();
    Rights rights =
        Authoriser.rights(
            actor,
            user,
            (codes, who) -> {
              own.addAll(codes);
              roles.putAll(view.getAll(AccessTypes.ROLE, codes));
              return roles;
            });
    return new Known(user, own, roles, rights);
  }

  private static boolean isStill(Known known, View view, Optional<UserDocument> user) {
    if (!same(known.user().orElse(null), user.orElse(null))) {
      return false;
    } else if (known.codes().isEmpty()) {
      return true;
    }
    Map<String, RoleDocument> now = view.getAll(AccessTypes.ROLE, known.codes());
    return known.codes().stream().allMatch(code -> same(now.get(code), known.roles().get(code)));
  }

  private static boolean same(@Nullable Object one, @Nullable Object other) {
    return one == other;
  }
}
