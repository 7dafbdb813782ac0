package io.jxc.core.internal.feed;

import io.jxc.api.event.JxcEvent;
import io.jxc.spi.JxcListener;
import java.util.function.BiConsumer;

/**
 * Tells the host what its listener has thrown, before it is treated as always.
 *
 * @param listener the host's
 * @param report hears of the event and what was thrown
 */
public record ReportingListener(JxcListener listener, BiConsumer<JxcEvent, Throwable> report)
    implements JxcListener {
  @Override
  public void on(JxcEvent event) {
    try {
      listener.on(event);
    } catch (Throwable failure) {
      report.accept(event, failure);
      throw failure;
    }
  }
}
