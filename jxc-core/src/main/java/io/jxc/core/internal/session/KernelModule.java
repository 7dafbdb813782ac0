package io.jxc.core.internal.session;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import io.jxc.api.TenantId;
import io.jxc.core.internal.command.Admission;
import io.jxc.core.internal.command.LaneLimits;
import io.jxc.core.internal.command.LaneRoad;
import io.jxc.core.internal.command.Meter;
import io.jxc.core.internal.command.Reads;
import io.jxc.core.internal.command.Refusals;
import io.jxc.core.internal.command.RowCache;
import io.jxc.spi.CommandInterceptor;
import io.jxc.spi.store.JxcStore;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Binds what all features share: the store, time, ids, the road and the reads. */
public final class KernelModule extends AbstractModule {
  private final Kernel kernel;

  /** Creates the module of one {@code Jxc}. */
  public KernelModule(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * What a builder has collected.
   *
   * @param store where everything is kept
   * @param clock gives the time
   * @param ids gives new ids
   * @param limits bounds of the lanes
   * @param cacheBytes bytes of the row cache
   * @param interceptors asked before every command
   * @param meter told what happens
   * @param committed told of every commit of this instance
   * @param closed tells whether the library is closed
   */
  public record Kernel(
      JxcStore store,
      Clock clock,
      Supplier<UUID> ids,
      LaneLimits limits,
      long cacheBytes,
      List<CommandInterceptor> interceptors,
      Meter meter,
      Consumer<TenantId> committed,
      BooleanSupplier closed) {}

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    bind(JxcStore.class).toInstance(kernel.store());
    bind(Clock.class).toInstance(kernel.clock());
    bind(new TypeLiteral<Supplier<UUID>>() {}).toInstance(kernel.ids());
    bind(LaneLimits.class).toInstance(kernel.limits());
    bind(RowCache.class).toInstance(new RowCache(kernel.cacheBytes()));
    bind(new TypeLiteral<List<CommandInterceptor>>() {}).toInstance(kernel.interceptors());
    bind(new TypeLiteral<Consumer<TenantId>>() {}).toInstance(kernel.committed());
    bind(Meter.class).toInstance(kernel.meter());
    bind(BooleanSupplier.class).toInstance(kernel.closed());
    bind(Admission.class);
    bind(Refusals.class);
    bind(LaneRoad.class);
    bind(Reads.class);
    bind(SessionParts.class);
  }
}
