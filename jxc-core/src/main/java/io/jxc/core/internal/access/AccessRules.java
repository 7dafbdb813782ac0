package io.jxc.core.internal.access;

import io.jxc.api.access.AccessService;
import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.access.DefineRole;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.access.RemoveRole;
import io.jxc.api.access.RevokeRoles;
import io.jxc.api.access.RoleResult;
import io.jxc.api.access.Scope;
import io.jxc.api.access.UserResult;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.error.Violation;
import io.jxc.api.event.AccessEvent;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.View;
import io.jxc.spi.store.IndexEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Decides who gives and takes which rights. */
final class AccessRules {
  private AccessRules() {}

  /** Defines or redefines a role. */
  static Decision<RoleResult> defineRole(View view, DefineRole command, Context context) {
    Map<String, Scope> after = new TreeMap<>();
    command.grants().forEach(grant -> after.put(grant.permission(), grant.scope()));
    Optional<RoleDocument> before = view.get(AccessTypes.ROLE, command.code());
    Map<String, Scope> had = before.map(RoleDocument::permissions).orElse(Map.of());
    if (command.expectedVersion().isPresent() && before.isEmpty()) {
      throw NotFoundException.of("role", command.code());
    }
    requireHeld(context, difference(had, after));
    if (command.expectedVersion().isPresent()) {
      requireVersion(view, command.code(), command.expectedVersion().get());
    } else if (before.isPresent()) {
      throw new DuplicateKeyException("role", command.code());
    } else {
      requireRoom(view);
    }
    Changes changes = Changes.on(view);
    changes.put(AccessTypes.ROLE, new RoleDocument(command.code(), command.name(), after));
    changes.event(new AccessEvent.RoleDefined(context.header(), command.code()));
    return changes.result(new RoleResult(command.code(), 0));
  }

  /** Removes a role that nobody has. */
  static Decision<RoleResult> removeRole(View view, RemoveRole command, Context context) {
    RoleDocument role =
        view.get(AccessTypes.ROLE, command.code())
            .orElseThrow(() -> NotFoundException.of("role", command.code()));
    requireHeld(context, role.permissions());
    List<IndexEntry> holders = usersWith(view, command.code());
    if (!holders.isEmpty()) {
      throw RuleViolationException.of(
          ErrorCode.IN_USE,
          "kind",
          "role",
          "key",
          command.code(),
          "reason",
          holders.size() + " users have it, one is " + holders.get(0).key());
    }
    requireVersion(view, command.code(), command.expectedVersion());
    Changes changes = Changes.on(view);
    changes.delete(AccessTypes.ROLE, command.code());
    changes.event(new AccessEvent.RoleRemoved(context.header(), command.code()));
    return changes.result(new RoleResult(command.code(), 0));
  }

  /** Gives roles to a user. */
  static Decision<UserResult> grant(View view, GrantRoles command, Context context) {
    requireKnown(view, command.roles());
    UserDocument before =
        view.get(AccessTypes.USER, command.user())
            .orElseGet(() -> new UserDocument(command.user(), List.of()));
    TreeSet<String> after = new TreeSet<>(before.roles());
    List<String> gained = command.roles().stream().filter(after::add).toList();
    requireHeld(context, RoleGrants.of(view, gained).permissions());
    if (after.size() > AccessService.MAX_ROLES_PER_USER) {
      throw limit(
          "roles of user " + command.user(), after.size(), AccessService.MAX_ROLES_PER_USER);
    }
    return change(view, context, before, after);
  }

  /** Takes roles from a user. */
  static Decision<UserResult> revoke(View view, RevokeRoles command, Context context) {
    UserDocument before =
        view.get(AccessTypes.USER, command.user())
            .orElseThrow(() -> NotFoundException.of("user", command.user()));
    TreeSet<String> after = new TreeSet<>(before.roles());
    List<String> lost = command.roles().stream().filter(after::remove).toList();
    requireHeld(context, RoleGrants.of(view, lost).permissions());
    if (lost.contains(BuiltInRoles.ADMIN)) {
      requireOtherAdmin(view, command.user());
    }
    return change(view, context, before, after);
  }

  private static Decision<UserResult> change(
      View view, Context context, UserDocument before, Set<String> after) {
    Changes changes = Changes.on(view);
    UserDocument changed = new UserDocument(before.user(), List.copyOf(after));
    if (!changed.equals(before)) {
      changes.put(AccessTypes.USER, changed);
      changes.event(
          new AccessEvent.RolesChanged(
              context.header(), before.user(), before.roles(), changed.roles()));
    }
    return changes.result(new UserResult(before.user(), changed.roles(), 0));
  }

  private static void requireOtherAdmin(View view, String user) {
    boolean other =
        usersWith(view, BuiltInRoles.ADMIN).stream().anyMatch(entry -> !entry.key().equals(user));
    if (!other) {
      throw RuleViolationException.of(ErrorCode.LAST_ADMIN, "user", user);
    }
  }

  private static List<IndexEntry> usersWith(View view, String role) {
    return view.index(AccessTypes.USER, "role", List.of(role));
  }

  private static void requireKnown(View view, Collection<String> roles) {
    List<String> custom = roles.stream().filter(role -> !BuiltInRoles.contains(role)).toList();
    Map<String, RoleDocument> found = view.getAll(AccessTypes.ROLE, custom);
    List<Violation> violations = new ArrayList<>();
    for (String role : custom) {
      if (!found.containsKey(role)) {
        violations.add(new Violation("roles", ErrorCode.REFERENCE_UNKNOWN, "role", role));
      }
    }
    if (!violations.isEmpty()) {
      throw new InvalidCommandException(violations);
    }
  }

  /** Nobody gives, takes or redefines what is beyond the own rights. */
  private static void requireHeld(Context context, Map<String, Scope> permissions) {
    permissions.forEach(
        (permission, scope) -> {
          boolean held =
              context.rights().scope(permission).filter(own -> own.covers(scope)).isPresent();
          if (!held) {
            throw AccessDeniedException.escalation(context.user(), permission);
          }
        });
  }

  /** Returns what is in one of both only, or reaches differently far, with the wider reach. */
  private static Map<String, Scope> difference(
      Map<String, Scope> before, Map<String, Scope> after) {
    Map<String, Scope> changed = new TreeMap<>();
    Map<String, Scope> all = new TreeMap<>(before);
    after.forEach((permission, scope) -> all.merge(permission, scope, AccessRules::wider));
    all.forEach(
        (permission, scope) -> {
          if (before.get(permission) != after.get(permission)) {
            changed.put(permission, scope);
          }
        });
    return changed;
  }

  private static Scope wider(Scope one, Scope other) {
    return one.covers(other) ? one : other;
  }

  private static void requireRoom(View view) {
    int roles = view.range(AccessTypes.ROLE, "", View.MAX_RANGE).size();
    if (roles >= AccessService.MAX_ROLES) {
      throw limit("roles", roles + 1, AccessService.MAX_ROLES);
    }
  }

  private static RuleViolationException limit(String what, int found, int limit) {
    return RuleViolationException.of(
        ErrorCode.LIMIT_EXCEEDED,
        "what",
        what,
        "found",
        Integer.toString(found),
        "limit",
        Integer.toString(limit));
  }

  private static void requireVersion(View view, String code, long expected) {
    long found = view.version(AccessTypes.ROLE, code);
    if (found != expected) {
      throw new StaleVersionException("role", code, expected, found);
    }
  }
}
