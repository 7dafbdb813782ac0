package io.jxc.core.internal.approval;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;

/** Binds approvals; features with documents to approve add their {@link ApprovalTarget}. */
public final class ApprovalModule extends AbstractModule {
  /** Creates the module. */
  public ApprovalModule() {}

  @Override
  protected void configure() {
    Multibinder.newSetBinder(binder(), ApprovalTarget.class);
    bind(Approvals.class);
  }
}
