package io.jxc.core.internal.feed;

import io.jxc.api.access.Permissions;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.HistoryChangedException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.feed.ReplayFrom;
import io.jxc.api.feed.ReplayParked;
import io.jxc.api.feed.SubscriptionResult;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.CommandType;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what becomes of subscriptions. */
final class SubscriptionRules {
  /** Keeps progress; the library itself sends it, in the system's name. */
  static final CommandType<Progress, SubscriptionResult> PROGRESS =
      CommandType.weighed(
          "feed.progress",
          "",
          SubscriptionResult.class,
          command -> 8 + 4 * (command.failures().size() + command.replayed().size()),
          SubscriptionRules::progress);

  static final CommandType<ReplayParked, SubscriptionResult> REPLAY_PARKED =
      CommandType.light(
              "feed.replay-parked",
              Permissions.FEED_MANAGE,
              SubscriptionResult.class,
              SubscriptionRules::replayParked)
          .about(
              SubscriptionTypes.PARKED,
              command -> ParkedDocument.key(command.subscription(), command.sequence()));

  private static final int MAX_REPLAYS = 1_000;
  private static final String KIND = "subscription";

  private SubscriptionRules() {}

  /** Names the command with the place its cursor means; rules cannot read cursors. */
  static CommandType<ReplayFrom, SubscriptionResult> replayFrom(String incarnation, long sequence) {
    return CommandType.<ReplayFrom, SubscriptionResult>light(
            "feed.replay-from",
            Permissions.FEED_MANAGE,
            SubscriptionResult.class,
            (view, command, context) -> replayFrom(view, command, context, incarnation, sequence))
        .about(SubscriptionTypes.SUBSCRIPTION, ReplayFrom::subscription);
  }

  private static Decision<SubscriptionResult> progress(
      View view, Progress command, Context context) {
    List<String> keys = new ArrayList<>();
    command.failures().forEach(f -> keys.add(ParkedDocument.key(command.name(), f.sequence())));
    command.replayed().forEach(s -> keys.add(ParkedDocument.key(command.name(), s)));
    view.want(SubscriptionTypes.PARKED, keys);
    Optional<SubscriptionDocument> found = view.get(SubscriptionTypes.SUBSCRIPTION, command.name());
    found.ifPresent(now -> requireCurrent(now, command));
    Changes changes = Changes.on(view);
    long parked = found.map(SubscriptionDocument::parked).orElse(0L);
    List<Long> replays =
        new ArrayList<>(found.map(SubscriptionDocument::replays).orElse(List.of()));
    for (Progress.Failure failure : command.failures()) {
      ParkedDocument document =
          new ParkedDocument(
              command.name(),
              failure.sequence(),
              failure.attempts(),
              failure.error(),
              context.now());
      parked += view.get(SubscriptionTypes.PARKED, document.key()).isPresent() ? 0 : 1;
      changes.put(SubscriptionTypes.PARKED, document);
      replays.remove((Long) failure.sequence());
    }
    for (Long sequence : command.replayed()) {
      String key = ParkedDocument.key(command.name(), sequence);
      if (view.get(SubscriptionTypes.PARKED, key).isPresent()) {
        changes.delete(SubscriptionTypes.PARKED, key);
        parked--;
      }
      replays.remove(sequence);
    }
    long reached = found.map(SubscriptionDocument::sequence).orElse(0L);
    changes.put(
        SubscriptionTypes.SUBSCRIPTION,
        new SubscriptionDocument(
            command.name(),
            command.fence().incarnation(),
            command.fence().generation(),
            command.fence().token(),
            Math.max(reached, command.sequence()),
            parked,
            replays,
            command.trying().sequence(),
            command.trying().attempts(),
            context.now()));
    return changes.result(new SubscriptionResult(command.name(), 0));
  }

  private static void requireCurrent(SubscriptionDocument now, Progress command) {
    Progress.Fence fence = command.fence();
    if (!now.incarnation().equals(fence.incarnation())) {
      throw new HistoryChangedException();
    }
    if (now.generation() != fence.generation()) {
      throw new StaleVersionException(KIND, now.name(), fence.generation(), now.generation());
    }
    if (now.token() > fence.token()) {
      throw new StaleVersionException(KIND, now.name(), fence.token(), now.token());
    }
  }

  private static Decision<SubscriptionResult> replayParked(
      View view, ReplayParked command, Context context) {
    String key = ParkedDocument.key(command.subscription(), command.sequence());
    view.want(SubscriptionTypes.PARKED, List.of(key));
    SubscriptionDocument now = subscription(view, command.subscription());
    if (view.get(SubscriptionTypes.PARKED, key).isEmpty()) {
      throw NotFoundException.of("parked_event", key);
    }
    List<Long> replays = new ArrayList<>(now.replays());
    if (!replays.contains(command.sequence())) {
      replays.add(command.sequence());
    }
    if (replays.size() > MAX_REPLAYS) {
      throw RuleViolationException.of(
          ErrorCode.LIMIT_EXCEEDED,
          "what",
          "events to replay",
          "found",
          Integer.toString(replays.size()),
          "limit",
          Integer.toString(MAX_REPLAYS));
    }
    Changes changes = Changes.on(view);
    changes.put(
        SubscriptionTypes.SUBSCRIPTION,
        new SubscriptionDocument(
            now.name(),
            now.incarnation(),
            now.generation(),
            now.token(),
            now.sequence(),
            now.parked(),
            replays,
            now.failing(),
            now.attempts(),
            context.now()));
    return changes.result(new SubscriptionResult(now.name(), 0));
  }

  private static Decision<SubscriptionResult> replayFrom(
      View view, ReplayFrom command, Context context, String incarnation, long sequence) {
    SubscriptionDocument now = subscription(view, command.subscription());
    Changes changes = Changes.on(view);
    changes.put(
        SubscriptionTypes.SUBSCRIPTION,
        new SubscriptionDocument(
            now.name(),
            incarnation,
            now.generation() + 1,
            now.token(),
            sequence,
            now.parked(),
            now.replays(),
            0,
            0,
            context.now()));
    return changes.result(new SubscriptionResult(now.name(), 0));
  }

  private static SubscriptionDocument subscription(View view, String name) {
    return view.get(SubscriptionTypes.SUBSCRIPTION, name)
        .orElseThrow(() -> NotFoundException.of(KIND, name));
  }
}
