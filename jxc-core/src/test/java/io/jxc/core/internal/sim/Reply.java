package io.jxc.core.internal.sim;

import io.jxc.api.error.JxcException;
import org.jspecify.annotations.Nullable;

/** What a node has answered to a call, before it is held against the model. */
final class Reply {
  final Moment moment;
  final Call call;

  /** The head before the call. */
  final long before;

  /** Whether the node has outlived it. */
  boolean alive = true;

  @Nullable Object result;
  @Nullable JxcException thrown;

  Reply(Moment moment, Call call, long before) {
    this.moment = moment;
    this.call = call;
    this.before = before;
  }
}
