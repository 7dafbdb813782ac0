package io.jxc.core.internal.purchase;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.jxc.core.internal.approval.ApprovalTarget;

/** Binds what other features need of purchasing. */
public final class PurchaseModule extends AbstractModule {
  /** Creates the module. */
  public PurchaseModule() {}

  @Override
  protected void configure() {
    bind(PurchaseApproval.class);
    Multibinder.newSetBinder(binder(), ApprovalTarget.class)
        .addBinding()
        .to(PurchaseApproval.class);
  }
}
