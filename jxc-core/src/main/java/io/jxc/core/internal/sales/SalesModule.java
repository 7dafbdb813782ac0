package io.jxc.core.internal.sales;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.jxc.core.internal.approval.ApprovalTarget;

/** Adds sales to what the library is made of. */
public final class SalesModule extends AbstractModule {
  /** Creates the module. */
  public SalesModule() {}

  @Override
  protected void configure() {
    bind(SalesApprovals.class);
    Multibinder.newSetBinder(binder(), ApprovalTarget.class).addBinding().to(SalesApprovals.class);
  }
}
