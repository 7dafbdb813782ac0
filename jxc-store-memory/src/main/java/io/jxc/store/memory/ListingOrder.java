package io.jxc.store.memory;

import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.LineRow;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.Names;
import io.jxc.spi.store.StoredRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The order of a declared listing. What it compares is either a {@link Place} or a {@link
 * JournalRow}: journal rows never change and are their own places, which saves an object for each.
 */
final class ListingOrder implements Comparator<Object> {
  private final Listing listing;
  private final List<Attribute> columns = new ArrayList<>();
  private final int[] positions;

  ListingOrder(Listing listing, AttributeLayout layout) {
    this.listing = listing;
    listing.equality().forEach(name -> columns.add(layout.attribute(name)));
    listing.sort().forEach(name -> columns.add(layout.attribute(name)));
    positions = columns.stream().mapToInt(column -> layout.position(column.name())).toArray();
  }

  Listing listing() {
    return listing;
  }

  /** The attribute of an equality column, then of the sort columns. */
  Attribute column(int column) {
    return columns.get(column);
  }

  int width() {
    return positions.length;
  }

  /** Tells whether a row has a value for each attribute of the listing. */
  boolean holds(StoredRow row) {
    for (int position : positions) {
      if (row.attributes().at(position).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** What a row or a place has in the equality columns, as a key: equal numbers are one key. */
  List<Object> group(Object place) {
    Object[] group = new Object[listing.equality().size()];
    for (int i = 0; i < group.length; i++) {
      Object value = value(place, i);
      group[i] = value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value;
    }
    return List.of(group);
  }

  /** The place of a document or a line, or null where the row is not in the listing. */
  @Nullable Place place(StoredRow row) {
    Object[] values = new Object[positions.length];
    for (int i = 0; i < values.length; i++) {
      Optional<Object> value = row.attributes().at(positions[i]);
      if (value.isEmpty()) {
        return null;
      }
      values[i] = value.get();
    }
    if (row instanceof LineRow line) {
      return Place.of(values, line.documentKey(), line.lineNo());
    }
    return Place.of(values, ((DocumentRow) row).key(), 0);
  }

  /** Tells whether a row lies at a place that another state of it has, or once had. */
  boolean isAt(Place place, StoredRow row) {
    for (int i = 0; i < positions.length; i++) {
      Optional<Object> value = row.attributes().at(positions[i]);
      if (value.isEmpty() || Values.compare(value.get(), place.value(i)) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether two states of a row have the same place; where neither has one they may not. */
  boolean stays(StoredRow before, StoredRow after) {
    for (int position : positions) {
      Optional<Object> left = before.attributes().at(position);
      Optional<Object> right = after.attributes().at(position);
      boolean same =
          left.isPresent() && right.isPresent() && Values.compare(left.get(), right.get()) == 0;
      if (!same) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compare(Object left, Object right) {
    int widthLeft = width(left);
    int widthRight = width(right);
    int shared = Math.min(widthLeft, widthRight);
    for (int i = 0; i < shared; i++) {
      int order = Values.compare(value(left, i), value(right, i));
      if (order != 0) {
        return order;
      }
    }
    int sideLeft = side(left);
    int sideRight = side(right);
    if (sideLeft == 0 && sideRight == 0) {
      return compareTies(left, right);
    } else if (sideLeft != 0 && sideRight != 0 && widthLeft == widthRight) {
      return Integer.compare(sideLeft, sideRight);
    }
    boolean leftDecides = sideRight == 0 || (sideLeft != 0 && widthLeft < widthRight);
    return leftDecides ? sideLeft : -sideRight;
  }

  private static int compareTies(Object left, Object right) {
    int order = Names.compareUtf8(key(left), key(right));
    return order != 0 ? order : Long.compare(number(left), number(right));
  }

  private int width(Object place) {
    return place instanceof Place cut ? cut.width() : positions.length;
  }

  private Object value(Object place, int column) {
    if (place instanceof Place cut) {
      return cut.value(column);
    }
    return ((JournalRow) place).attributes().at(positions[column]).orElseThrow();
  }

  private static int side(Object place) {
    return place instanceof Place cut ? cut.side() : 0;
  }

  private static String key(Object place) {
    return place instanceof Place cut ? cut.key() : "";
  }

  private static long number(Object place) {
    return place instanceof Place cut ? cut.number() : ((JournalRow) place).sequence();
  }
}
