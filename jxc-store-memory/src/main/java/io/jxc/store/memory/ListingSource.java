package io.jxc.store.memory;

import io.jxc.spi.store.StoredRow;
import java.util.Iterator;

/** Rows that can be read in the order of a listing. */
interface ListingSource {
  /** The order the rows are in. */
  ListingOrder order();

  /** The rows visible at a snapshot strictly between two places, the lower of which comes first. */
  Iterator<? extends StoredRow> between(Place low, Place high, boolean descending, long snapshot);
}
