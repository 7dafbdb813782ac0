package io.jxc.core.internal.command;

import io.jxc.api.Command;
import io.jxc.api.CommandResult;
import io.jxc.api.error.AccessDeniedException;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings a refused read into the log on the road of every command: it is always refused, for the
 * permission that the read lacked.
 *
 * @param requestId identity of the record
 * @param permission what was missing
 */
record RefusedRead(String requestId, String permission) implements Command {
  /** Name under which refused reads stand in the log. */
  static final String ACTION = "read";

  static final CommandType<RefusedRead, Nothing> TYPE =
      CommandType.light(
          ACTION,
          "",
          Nothing.class,
          (view, command, context) -> {
            throw AccessDeniedException.missing(context.user(), command.permission());
          });

  static RefusedRead of(UUID id, String permission) {
    return new RefusedRead(id.toString(), permission);
  }

  static RefusalCounter.Refusal counted(AccessDeniedException refused, String actor) {
    return new RefusalCounter.Refusal(
        actor, ACTION, refused.code(), Optional.of(refused.permission()), Optional.empty());
  }

  /**
   * What is never answered.
   *
   * @param version of nothing
   */
  record Nothing(long version) implements CommandResult<Nothing> {
    @Override
    public Nothing withVersion(long commit) {
      return new Nothing(commit);
    }
  }
}
