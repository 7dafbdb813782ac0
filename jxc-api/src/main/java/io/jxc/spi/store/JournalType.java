package io.jxc.spi.store;

import java.util.List;

/**
 * Declares a type of journal: facts, appended only, each with the next sequence of its tenant.
 *
 * @param name lower_snake_case; part of the stored format
 * @param attributes typed columns
 * @param listings declared orders, ties broken by sequence
 * @param dedicated whether SQL stores keep it in a table of its own ({@code jxc_<name>}); other
 *     journals share one table and have no listing
 */
public record JournalType(
    String name, AttributeLayout attributes, List<Listing> listings, boolean dedicated) {

  /** Checks that listings name declared attributes. */
  public JournalType {
    Names.requireIdentifier("journal type", name);
    listings = List.copyOf(listings);
    AttributeLayout declared = attributes;
    listings.forEach(listing -> listing.check(declared));
    if (!dedicated && !listings.isEmpty()) {
      throw new IllegalArgumentException(name + ": a journal with listings has a table of its own");
    }
  }

  /** Returns the listing of this name or refuses. */
  public Listing listing(String listing) {
    return DocumentType.find(listings, listing, name);
  }
}
