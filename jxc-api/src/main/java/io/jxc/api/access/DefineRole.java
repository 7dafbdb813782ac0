package io.jxc.api.access;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Internal;
import io.jxc.api.RequestIds;
import io.jxc.api.error.ErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Defines a role of the tenant, or redefines one.
 *
 * <pre>{@code
 * DefineRole.of("shop-lead", "店长")
 *     .like(BuiltInRoles.SALES)
 *     .grant(Permissions.SALES_APPROVE)
 *     .build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param code code of the role, not a built-in one
 * @param name shown to people, 1 to 100 characters
 * @param grants at least one; each permission once, in order of names
 * @param expectedVersion version of the role that is redefined; absent = the role is new
 */
public record DefineRole(
    String requestId, String code, String name, List<Grant> grants, Optional<Long> expectedVersion)
    implements Command {

  /** Checks the command; use the builder. */
  @Internal
  public DefineRole {
    Checks checks = new Checks();
    checks.requestId(requestId);
    code = checks.code("code", code);
    checks.require(
        !BuiltInRoles.contains(code),
        "code",
        ErrorCode.VALUE_UNKNOWN,
        "a code that no built-in role has",
        code);
    name = checks.text("name", name, 100);
    grants = checks.list("grants", grants, 1, 1_000);
    checks.unique("grants", "permission", grants, Grant::permission);
    for (int i = 0; i < grants.size(); i++) {
      String permission = grants.get(i).permission();
      checks.require(
          Permissions.all().contains(permission),
          "grants[" + i + "].permission",
          ErrorCode.VALUE_UNKNOWN,
          "a known permission",
          permission);
    }
    checks.done();
  }

  /** Starts a role. */
  public static Builder of(String code, String name) {
    return new Builder(code, name);
  }

  /** Starts from a role as it was read, to redefine it. */
  public static Builder of(RoleView now) {
    return new Builder(now.code(), now.name()).grants(now.grants()).expectedVersion(now.version());
  }

  /** Collects a role. Not thread-safe. */
  public static final class Builder {
    private final String code;
    private final Map<String, Grant> grants = new LinkedHashMap<>();
    private final Checks checks = new Checks();
    private String name;
    private String requestId = RequestIds.next();
    private Optional<Long> expectedVersion = Optional.empty();

    private Builder(String code, String name) {
      this.code = code;
      this.name = name;
    }

    /** Names the request, to repeat it safely. */
    public Builder requestId(String id) {
      requestId = id;
      return this;
    }

    /** Renames the role. */
    public Builder name(String text) {
      name = text;
      return this;
    }

    /** Redefines the role of this version. */
    public Builder expectedVersion(long version) {
      expectedVersion = Optional.of(version);
      return this;
    }

    /** Adds what a built-in role grants. */
    public Builder like(String builtInRole) {
      checks.require(
          BuiltInRoles.contains(builtInRole),
          "like",
          ErrorCode.VALUE_UNKNOWN,
          String.join(", ", BuiltInRoles.codes()),
          builtInRole);
      return grants(BuiltInRoles.grants(builtInRole));
    }

    /** Adds a permission over everything; replaces an earlier grant of it. */
    public Builder grant(String permission) {
      return grant(permission, Scope.ALL);
    }

    /** Adds a permission with a reach; replaces an earlier grant of it. */
    public Builder grant(String permission, Scope scope) {
      checks
          .at("grants[" + grants.size() + "]", () -> new Grant(permission, scope))
          .ifPresent(grant -> grants.put(permission, grant));
      return this;
    }

    /** Adds grants; each replaces an earlier one of its permission. */
    public Builder grants(Collection<Grant> more) {
      more.forEach(grant -> grants.put(grant.permission(), grant));
      return this;
    }

    /** Takes a permission away again. */
    public Builder without(String permission) {
      grants.remove(permission);
      return this;
    }

    /**
     * Returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public DefineRole build() {
      checks.done();
      List<Grant> sorted = new ArrayList<>(new TreeMap<>(grants).values());
      return new DefineRole(requestId, code, name, sorted, expectedVersion);
    }
  }
}
