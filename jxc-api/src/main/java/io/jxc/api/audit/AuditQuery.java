package io.jxc.api.audit;

import io.jxc.api.Checks;
import io.jxc.api.Internal;
import io.jxc.api.error.ErrorCode;
import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of the log to show; every filter narrows. Newest first.
 *
 * <pre>{@code
 * AuditQuery.all().from(ten).to(eleven).actor("ann").action("catalog.update");
 * }</pre>
 *
 * @param from earliest time, included
 * @param to latest time, excluded
 * @param actor user who acted
 * @param action stable name of the action, compared exactly
 * @param object an object that was touched, or named by a refused command
 * @param outcome committed or refused
 */
public record AuditQuery(
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<String> actor,
    Optional<String> action,
    Optional<ObjectRef> object,
    Optional<AuditOutcome> outcome) {
  private static final AuditQuery ALL =
      new AuditQuery(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Checks the filters; start with {@link #all}. */
  @Internal
  public AuditQuery {
    Checks checks = new Checks();
    actor = checks.code("actor", actor);
    action = checks.text("action", action, 60);
    Optional<Instant> end = to;
    from.ifPresent(
        start ->
            checks.require(
                end.isEmpty() || start.isBefore(end.orElseThrow()),
                "from",
                ErrorCode.NUMBER_RANGE,
                "a time before 'to'",
                start.toString()));
    checks.done();
  }

  /** Shows everything. */
  public static AuditQuery all() {
    return ALL;
  }

  /** Shows entries from a time on. */
  public AuditQuery from(Instant time) {
    return new AuditQuery(Optional.of(time), to, actor, action, object, outcome);
  }

  /** Shows entries before a time. */
  public AuditQuery to(Instant time) {
    return new AuditQuery(from, Optional.of(time), actor, action, object, outcome);
  }

  /** Shows entries of a user. */
  public AuditQuery actor(String user) {
    return new AuditQuery(from, to, Optional.of(user), action, object, outcome);
  }

  /** Shows entries of an action. */
  public AuditQuery action(String name) {
    return new AuditQuery(from, to, actor, Optional.of(name), object, outcome);
  }

  /** Shows entries that touched an object. */
  public AuditQuery object(String type, String key) {
    return new AuditQuery(from, to, actor, action, Optional.of(new ObjectRef(type, key)), outcome);
  }

  /** Shows committed or refused entries. */
  public AuditQuery outcome(AuditOutcome wanted) {
    return new AuditQuery(from, to, actor, action, object, Optional.of(wanted));
  }
}
