package io.jxc.core.internal.feed;

import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.command.FeatureTypes;
import io.jxc.spi.store.Attribute;
import java.util.List;

/** Stored types of durable subscriptions. */
public final class SubscriptionTypes {
  /** Subscriptions, by name. */
  static final DocType<SubscriptionDocument> SUBSCRIPTION =
      DocType.of("subscription", SubscriptionDocument.class, SubscriptionDocument::name)
          .listing("by_name", List.of(), List.of())
          // format 1 was written before attempts were stored
          .upcaster(body -> body.put("failing", 0L).put("attempts", 0))
          .build();

  /** Events that were given up, by subscription and sequence. */
  static final DocType<ParkedDocument> PARKED =
      DocType.of("parked_event", ParkedDocument.class, ParkedDocument::key)
          .attribute(Attribute.code("subscription"), ParkedDocument::subscription)
          .listing("of_subscription", List.of("subscription"), List.of())
          .build();

  /** Everything the feature stores. */
  public static final FeatureTypes ALL =
      new FeatureTypes(List.of(SUBSCRIPTION, PARKED), List.of(), List.of());

  private SubscriptionTypes() {}
}
