package io.jxc.api.feed;

import io.jxc.api.CommandResult;

/**
 * A change of a durable subscription.
 *
 * @param name its name
 * @param version sequence of the commit
 */
public record SubscriptionResult(String name, long version)
    implements CommandResult<SubscriptionResult> {
  @Override
  public SubscriptionResult withVersion(long version) {
    return new SubscriptionResult(name, version);
  }
}
