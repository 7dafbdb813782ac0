package io.jxc.core.internal.sim;

import io.jxc.api.CommandResult;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.ConflictException;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.OutcomeUnknownException;
import io.jxc.api.error.RequestIdReusedException;
import io.jxc.api.error.StorageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The simple model that the library is held against: what each request was answered, and so what it
 * may be answered next.
 */
final class Answers {
  private final Map<String, List<Attempt>> requests = new LinkedHashMap<>();
  private final List<Call> sent = new ArrayList<>();

  /** What is known of a content sent under a request id. */
  enum State {
    /** It has a result. */
    DONE,
    /** It was refused or not tried: nothing was changed. */
    NOT_DONE,
    /** It may have been done. */
    UNKNOWN
  }

  /** One content under one request id. */
  static final class Attempt {
    final Call call;
    State state = State.NOT_DONE;

    /** How often something was heard of it. */
    long heard;

    Optional<Object> result = Optional.empty();

    private Attempt(Call call) {
      this.call = call;
    }
  }

  private Attempt attempt(Call call) {
    List<Attempt> attempts = requests.computeIfAbsent(call.key(), key -> new ArrayList<>());
    for (Attempt attempt : attempts) {
      if (attempt.call.command().equals(call.command())) {
        return attempt;
      }
    }
    Attempt made = new Attempt(call);
    attempts.add(made);
    sent.add(call);
    return made;
  }

  private boolean othersMayBeDone(Attempt attempt) {
    return attempts(attempt.call.key()).stream()
        .anyMatch(other -> other != attempt && other.state != State.NOT_DONE);
  }

  private List<Attempt> attempts(String key) {
    return requests.getOrDefault(key, List.of());
  }

  /** Everything that was ever sent, for repeating it. */
  List<Call> sent() {
    return sent;
  }

  /** Takes a result. */
  void returned(Call call, Object result, long headBefore, long headNow) {
    Attempt attempt = attempt(call);
    attempt.heard++;
    for (Attempt other : attempts(call.key())) {
      Violation.unless(
          other == attempt || other.state != State.DONE,
          "%s was done although its id was used for %s",
          call,
          other.call);
    }
    if (attempt.state == State.DONE) {
      Violation.unless(
          attempt.result.equals(Optional.of(result)),
          "%s answered %s, then %s",
          call,
          attempt.result,
          result);
      return;
    }
    long version = ((CommandResult<?>) result).version();
    Violation.unless(version <= headNow, "%s: %s is of the future, head %d", call, result, headNow);
    Violation.unless(
        attempt.state == State.UNKNOWN || version > headBefore,
        "%s: %s is older than its request, head %d",
        call,
        result,
        headBefore);
    attempt.state = State.DONE;
    attempt.result = Optional.of(result);
    call.learn().accept(result);
  }

  /** Takes what a call has thrown. */
  void threw(Call call, JxcException thrown) {
    Attempt attempt = attempt(call);
    attempt.heard++;
    if (thrown instanceof OutcomeUnknownException unknown) {
      Violation.unless(
          unknown.requestId().equals(call.command().requestId()),
          "%s: the unknown outcome names %s",
          call,
          unknown.requestId());
      mayBeDone(call);
    } else if (thrown instanceof RequestIdReusedException) {
      Violation.unless(
          attempt.state != State.DONE && othersMayBeDone(attempt),
          "%s: its id was not used for anything else",
          call);
      attempt.state = State.NOT_DONE;
    } else if (!thrown.retryable() || thrown instanceof ConflictException) {
      Violation.unless(
          attempt.state != State.DONE, "%s was done, and is then refused: %s", call, thrown);
      // the store answers a failure only for what it has not applied
      if (!(thrown instanceof StorageException)) {
        attempt.state = State.NOT_DONE;
      }
    }
    if (call.kind() == Kind.UNAUTHORISED) {
      Violation.unless(
          thrown.retryable() || thrown instanceof AccessDeniedException,
          "%s: refused as %s",
          call,
          thrown);
    }
  }

  /** The caller has got no answer, or not yet. */
  void mayBeDone(Call call) {
    Attempt attempt = attempt(call);
    attempt.heard++;
    if (attempt.state == State.NOT_DONE) {
      attempt.state = State.UNKNOWN;
    }
  }

  /** Returns a number that grows with all that is heard of a call. */
  long heard(Call call) {
    return attempt(call).heard;
  }

  /** Returns what still has to be asked about. */
  List<Call> unknown() {
    return requests.values().stream()
        .flatMap(List::stream)
        .filter(attempt -> attempt.state == State.UNKNOWN)
        .map(attempt -> attempt.call)
        .toList();
  }

  /** Returns the keys of the requests that were done, each once. */
  List<String> done() {
    List<String> done = new ArrayList<>();
    requests.forEach(
        (key, attempts) -> {
          if (attempts.stream().anyMatch(attempt -> attempt.state == State.DONE)) {
            done.add(key);
          }
        });
    return done;
  }
}
