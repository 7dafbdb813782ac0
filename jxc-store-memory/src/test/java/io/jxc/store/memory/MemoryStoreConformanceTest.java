package io.jxc.store.memory;

import io.jxc.tck.AggregateConformance;
import io.jxc.tck.BalanceConformance;
import io.jxc.tck.BalanceReadConformance;
import io.jxc.tck.BlockConformance;
import io.jxc.tck.CommitConformance;
import io.jxc.tck.CommitLockedConformance;
import io.jxc.tck.DocumentConformance;
import io.jxc.tck.IndexConformance;
import io.jxc.tck.LineConformance;
import io.jxc.tck.ListingConformance;
import io.jxc.tck.PagingConformance;
import io.jxc.tck.RangeConformance;
import io.jxc.tck.StoreFixture;
import org.junit.jupiter.api.Nested;

class MemoryStoreConformanceTest {
  @Nested
  class AggregateTest extends AggregateConformance {
    @Override
    protected StoreFixture open() {
      return new MemoryFixture();
    }
  }

  @Nested
  class BalanceTest extends BalanceConformance {
    @Override
    protected StoreFixture open() {
      return new MemoryFixture();
    }
  }

  @Nested
  class BalanceReadTest extends BalanceReadConformance {
    @Override
    protected StoreFixture open() {
      return new MemoryFixture();
    }
  }

  @Nested
  class BlockTest extends BlockConformance {
    @Override
    protected StoreFixture open() {
      return new MemoryFixture();
    }
  }

  @Nested
  class CommitTest extends CommitConformance {
    @Override
    protected StoreFixture open() {
      return new MemoryFixture();
    }
  }

  @Nested
  class CommitLockedTest extends CommitLockedConformance {
    @Override
    protected StoreFixture open() {
      return new MemoryFixture();
    }
  }

  @Nested
  class DocumentTest extends DocumentConformance {
    @Override
    protected StoreFixture open() {
      return new MemoryFixture();
    }
  }

  @Nested
  class IndexTest extends IndexConformance {
    @Override
    protected StoreFixture open() {
      return new MemoryFixture();
    }
  }

  @Nested
  class LineTest extends LineConformance {
    @Override
    protected StoreFixture open() {
      return new MemoryFixture();
    }
  }

  @Nested
  class ListingTest extends ListingConformance {
    @Override
    protected StoreFixture open() {
      return new MemoryFixture();
    }
  }

  @Nested
  class PagingTest extends PagingConformance {
    @Override
    protected StoreFixture open() {
      return new MemoryFixture();
    }
  }

  @Nested
  class RangeTest extends RangeConformance {
    @Override
    protected StoreFixture open() {
      return new MemoryFixture();
    }
  }
}
