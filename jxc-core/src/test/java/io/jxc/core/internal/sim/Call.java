package io.jxc.core.internal.sim;

import io.jxc.api.Actor;
import io.jxc.api.Command;
import io.jxc.api.JxcSession;
import io.jxc.api.inventory.RebuildStock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A command as it is sent, and sent again.
 *
 * @param kind its class
 * @param actor who sends it
 * @param command its content
 * @param send the call
 * @param learn told of the first result
 */
record Call(
    Kind kind, Actor actor, Command command, Function<JxcSession, ?> send, Consumer<Object> learn) {

  /** Names the request in its tenant. */
  String key() {
    return actor.tenant().value() + "/" + actor.user() + "/" + command.requestId();
  }

  /** Returns the commands of a call, each of which can be repeated by itself. */
  static List<Call> parts(Call call) {
    return call.command() instanceof Several several ? several.parts() : List.of(call);
  }

  /** Tells whether it may go through the lane twice: a refused read is recorded first. */
  boolean takesTwo() {
    return command instanceof RebuildStock;
  }

  /** Returns the same call under another class. */
  Call as(Kind other) {
    return new Call(other, actor, command, send, learn);
  }

  @Override
  public String toString() {
    return kind + " " + actor.tenant() + "/" + actor.user() + " " + command;
  }
}
