package io.jxc.tck;

import org.junit.jupiter.api.Nested;

/**
 * All suites of the kit in one class: a store author extends it and says how a store is opened.
 *
 * <pre>{@code
 * class MyStoreConformanceTest extends StoreConformance {
 *   @Override
 *   protected StoreFixture open() {
 *     return new MyStoreFixture();   // fresh, empty, registered with KitTypes.SCHEMA
 *   }
 * }
 * }</pre>
 *
 * <p>Each suite may also be extended alone, for example {@link BalanceConformance} while balances
 * are being written. What a suite reads into the contract where that leaves room stands in its own
 * documentation.
 */
public abstract class StoreConformance {
  /** Returns a fresh, empty store, registered with {@link KitTypes#SCHEMA}; one for each test. */
  protected abstract StoreFixture open();

  @Nested
  class Commits extends CommitConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class PreparedCommits extends PreparedCommitConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class LockedCommits extends CommitLockedConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class Blocks extends BlockConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class Balances extends BalanceConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class BalanceReads extends BalanceReadConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class Documents extends DocumentConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class Lines extends LineConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class Indexes extends IndexConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class Ranges extends RangeConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class Listings extends ListingConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class Paging extends PagingConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class Aggregates extends AggregateConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class Journals extends JournalConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class Feed extends FeedConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class Snapshots extends SnapshotConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class TenantIsolation extends TenantIsolationConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class Collation extends CollationConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class Exactness extends ExactnessConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class HashChain extends ChainConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class Concurrency extends ConcurrencyConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class Leases extends LeaseConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }

  @Nested
  class Lifecycle extends LifecycleConformance {
    @Override
    protected StoreFixture open() {
      return StoreConformance.this.open();
    }
  }
}
