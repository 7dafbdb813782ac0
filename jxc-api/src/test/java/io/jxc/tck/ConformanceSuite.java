package io.jxc.tck;

import io.jxc.spi.store.JxcStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What all suites share: each test runs on a store of its own, opened before and closed after it. A
 * store author extends {@link StoreConformance}, which holds all suites, or single ones.
 */
public abstract class ConformanceSuite {
  private StoreFixture fixture;

  /** Returns a fresh, empty store, registered with {@link KitTypes#SCHEMA}. */
  protected abstract StoreFixture open();

  @BeforeEach
  void openFixture() {
    fixture = open();
  }

  @AfterEach
  void closeFixture() {
    if (fixture != null) {
      fixture.close();
    }
  }

  final StoreFixture fixture() {
    return fixture;
  }

  final JxcStore store() {
    return fixture.store();
  }

  final KitTenant tenant(String id) {
    return new KitTenant(store(), id);
  }

  /** The tenant that most tests use. */
  final KitTenant shop() {
    return tenant("shop");
  }
}
