package io.jxc.spi.store;

import java.util.List;

/**
 * The declared line rows of a document type: numbered 1…10,000 within their document, numbers never
 * used again.
 *
 * @param attributes typed columns of a line; header columns may be copied here for listings
 * @param listings declared orders of lines over all documents of the type
 */
public record LineType(AttributeLayout attributes, List<Listing> listings) {
  /** Lines a document may have. */
  public static final int MAX_LINES = 10_000;

  /** Checks that listings name declared attributes. */
  public LineType {
    listings = List.copyOf(listings);
    AttributeLayout declared = attributes;
    listings.forEach(listing -> listing.check(declared));
  }
}
