package io.jxc.core.internal.access;

import io.jxc.api.Actor;
import io.jxc.api.Checks;
import io.jxc.api.Cursor;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.AccessService;
import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.access.DefineRole;
import io.jxc.api.access.EffectiveAccess;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.RemoveRole;
import io.jxc.api.access.RevokeRoles;
import io.jxc.api.access.RoleResult;
import io.jxc.api.access.RoleView;
import io.jxc.api.access.UserQuery;
import io.jxc.api.access.UserResult;
import io.jxc.api.access.UserView;
import io.jxc.api.error.NotFoundException;
import io.jxc.core.internal.codec.Cursors;
import io.jxc.core.internal.codec.Stored;
import io.jxc.core.internal.command.CommandType;
import io.jxc.core.internal.command.Reads;
import io.jxc.core.internal.command.Road;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Names;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users and roles as one actor sees and changes them. */
public final class DefaultAccessService implements AccessService {
  private static final CommandType<DefineRole, RoleResult> DEFINE_ROLE =
      CommandType.light(
              "access.define-role",
              Permissions.ACCESS_MANAGE,
              RoleResult.class,
              AccessRules::defineRole)
          .about(AccessTypes.ROLE, DefineRole::code);
  private static final CommandType<RemoveRole, RoleResult> REMOVE_ROLE =
      CommandType.light(
              "access.remove-role",
              Permissions.ACCESS_MANAGE,
              RoleResult.class,
              AccessRules::removeRole)
          .about(AccessTypes.ROLE, RemoveRole::code);
  private static final CommandType<GrantRoles, UserResult> GRANT =
      CommandType.light(
              "access.grant", Permissions.ACCESS_MANAGE, UserResult.class, AccessRules::grant)
          .about(AccessTypes.USER, GrantRoles::user);
  private static final CommandType<RevokeRoles, UserResult> REVOKE =
      CommandType.light(
              "access.revoke", Permissions.ACCESS_MANAGE, UserResult.class, AccessRules::revoke)
          .about(AccessTypes.USER, RevokeRoles::user);

  /** Users with one role that can be listed. */
  private static final int MAX_WITH_ROLE = 10_000;

  private final Actor actor;
  private final Road road;
  private final Reads reads;

  /** Creates the service of an actor. */
  public DefaultAccessService(Actor actor, Road road, Reads reads) {
    this.actor = actor;
    this.road = road;
    this.reads = reads;
  }

  @Override
  public RoleResult defineRole(DefineRole command) {
    return road.execute(actor, DEFINE_ROLE, command);
  }

  @Override
  public RoleResult removeRole(RemoveRole command) {
    return road.execute(actor, REMOVE_ROLE, command);
  }

  @Override
  public UserResult grant(GrantRoles command) {
    return road.execute(actor, GRANT, command);
  }

  @Override
  public UserResult revoke(RevokeRoles command) {
    return road.execute(actor, REVOKE, command);
  }

  @Override
  public List<RoleView> roles() {
    return reads.with(
        actor,
        Permissions.ACCESS_VIEW,
        snapshot -> {
          List<RoleView> roles = new ArrayList<>();
          BuiltInRoles.codes().forEach(code -> roles.add(builtIn(code)));
          snapshot
              .view()
              .documentRange(AccessTypes.ROLE.name(), "", "", MAX_ROLES)
              .forEach(row -> roles.add(view(AccessTypes.ROLE.decode(row))));
          return List.copyOf(roles);
        });
  }

  @Override
  public RoleView role(String code) {
    String key = code("code", code);
    return reads.with(
        actor,
        Permissions.ACCESS_VIEW,
        snapshot ->
            BuiltInRoles.contains(key)
                ? builtIn(key)
                : snapshot
                    .get(AccessTypes.ROLE, key)
                    .map(DefaultAccessService::view)
                    .orElseThrow(() -> NotFoundException.of("role", key)));
  }

  @Override
  public Page<UserView> users(UserQuery query, PageRequest page) {
    return reads.with(
        actor,
        Permissions.ACCESS_VIEW,
        snapshot ->
            query
                .role()
                .map(role -> usersWith(snapshot, role, page))
                .orElseGet(
                    () ->
                        snapshot.page(
                            byCode(),
                            page,
                            row -> userView(AccessTypes.USER.decode((DocumentRow) row)))));
  }

  @Override
  public UserView user(String code) {
    String key = code("code", code);
    return reads.with(actor, Permissions.ACCESS_VIEW, snapshot -> userView(user(snapshot, key)));
  }

  @Override
  public EffectiveAccess access(String user) {
    String key = code("user", user);
    return reads.with(
        actor,
        Permissions.ACCESS_VIEW,
        snapshot -> explain(snapshot, key, user(snapshot, key).value().roles()));
  }

  @Override
  public EffectiveAccess myAccess() {
    return reads.with(
        actor,
        Permissions.ACCESS_SELF,
        snapshot -> explain(snapshot, actor.user(), snapshot.rights().roles()));
  }

  private static EffectiveAccess explain(
      Reads.Snapshot snapshot, String user, Collection<String> roles) {
    Map<String, RoleDocument> stored = new HashMap<>();
    snapshot
        .getAll(AccessTypes.ROLE, roles)
        .forEach((code, document) -> stored.put(code, document.value()));
    return RoleGrants.of(roles, stored).explain(user);
  }

  private static Stored<UserDocument> user(Reads.Snapshot snapshot, String code) {
    return snapshot
        .get(AccessTypes.USER, code)
        .orElseThrow(() -> NotFoundException.of("user", code));
  }

  /** An index leads to users by role; it has no place to go on after, so it is read whole. */
  private static Page<UserView> usersWith(Reads.Snapshot snapshot, String role, PageRequest page) {
    ListQuery identity = byCode().filter(Filter.eq("role", role)).limit(page.size()).build();
    String after =
        page.after()
            .map(cursor -> Cursors.place(cursor, snapshot.view().head(), identity).tie())
            .orElse("");
    List<String> codes =
        snapshot
            .view()
            .indexRange(AccessTypes.USER.name(), "role", role, true, MAX_WITH_ROLE)
            .stream()
            .map(IndexEntry::key)
            .filter(code -> Names.compareUtf8(code, after) > 0)
            .limit(page.size() + 1L)
            .toList();
    boolean more = codes.size() > page.size();
    List<String> shown = more ? codes.subList(0, page.size()) : codes;
    List<UserView> users =
        snapshot.getAll(AccessTypes.USER, shown).values().stream()
            .map(user -> userView(user))
            .toList();
    Optional<Cursor> next =
        more
            ? Optional.of(
                Cursors.of(
                    snapshot.view().head(),
                    identity,
                    new Slice.Position(List.of(), shown.get(shown.size() - 1))))
            : Optional.empty();
    return new Page<>(users, next);
  }

  private static ListQuery.Builder byCode() {
    return ListQuery.of(Source.DOCUMENTS, AccessTypes.USER.name(), "by_code");
  }

  private static UserView userView(Stored<UserDocument> user) {
    return new UserView(user.value().user(), user.value().roles(), user.version());
  }

  private static RoleView view(Stored<RoleDocument> role) {
    RoleDocument document = role.value();
    return new RoleView(
        document.code(), document.name(), false, Authoriser.grants(document), role.version());
  }

  private static RoleView builtIn(String code) {
    return new RoleView(code, BuiltInRoles.name(code), true, BuiltInRoles.grants(code), 0);
  }

  private static String code(String path, String code) {
    Checks checks = new Checks();
    String stored = checks.code(path, code);
    checks.done();
    return stored;
  }
}
