package io.jxc.core.internal.command;

import io.jxc.core.internal.codec.EventCodec;
import java.util.List;

/** Stored types of the road itself: command results and events. */
public final class KernelTypes {
  /** Everything the road stores. */
  public static final FeatureTypes ALL =
      new FeatureTypes(
          List.of(CommandResultDocument.TYPE, ResultPurge.PURGE),
          List.of(),
          List.of(),
          List.of(EventCodec.JOURNAL));

  private KernelTypes() {}
}
