package io.jxc.core.internal.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.LineRow;
import io.jxc.spi.store.LineType;
import io.jxc.spi.store.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/**
 * Binds two records to a document type with lines: header and line.
 *
 * @param <T> the header's record, without its lines
 * @param <L> the line's record
 */
public final class LinedType<T, L> extends DocType<T> {
  private final Class<L> lineJavaType;
  private final ToIntFunction<L> number;
  private final Formats lineFormats;
  private final AttributeLayout lineLayout;
  private final List<BiFunction<T, L, ?>> lineAttributes;

  private LinedType(Builder<T, L> builder, LineType lines) {
    super(builder.header, Optional.of(lines));
    this.lineJavaType = builder.lineType;
    this.number = builder.number;
    this.lineFormats = new Formats("a line of " + name(), builder.upcasters);
    this.lineLayout = lines.attributes();
    this.lineAttributes = List.copyOf(builder.extractors);
  }

  /**
   * A line as it is stored, decoded.
   *
   * @param number its number in the document
   * @param value the line
   * @param encoded what is stored
   * @param unknown fields that a newer version has written
   */
  public record StoredLine<L>(int number, L value, Encoded encoded, Optional<ObjectNode> unknown) {
    /** Returns what is stored. */
    public DocumentChange.Content content() {
      return encoded.get();
    }
  }

  /** Returns the number of a line. */
  public int number(L line) {
    return number.applyAsInt(line);
  }

  /** Returns the number of the format that lines are written in. */
  public int lineFormat() {
    return lineFormats.newest();
  }

  /**
   * Returns a line as a rule has made it, with the fields that an earlier reader did not know;
   * columns may be copied from its header. Its form is written when it is asked for.
   */
  public StoredLine<L> decided(T header, L line, Optional<ObjectNode> unknown) {
    return new StoredLine<>(
        number(line),
        line,
        Encoded.later(
            () ->
                new DocumentChange.Content(
                    lineFormat(), lineValues(header, line), Json.write(line, unknown))),
        unknown);
  }

  /** Returns a line that says what it said: only columns copied from its header may differ. */
  public StoredLine<L> kept(T header, L line, StoredLine<?> before) {
    return new StoredLine<>(
        before.number(),
        line,
        Encoded.later(
            () -> {
              DocumentChange.Content old = before.content();
              return new DocumentChange.Content(old.format(), lineValues(header, line), old.body());
            }),
        before.unknown());
  }

  private AttributeValues lineValues(T header, L line) {
    AttributeValues.Builder values = AttributeValues.builder(lineLayout);
    for (int i = 0; i < lineAttributes.size(); i++) {
      Extracted.set(values, i, lineAttributes.get(i).apply(header, line));
    }
    return values.build();
  }

  /**
   * Decodes a line, whatever its format.
   *
   * @throws io.jxc.api.error.StorageException {@code storage.unreadable} when it is damaged
   */
  public StoredLine<L> decodeLine(LineRow row) {
    try {
      Json.Read<L> read =
          Json.readKeeping(lineFormats.upcast(row.format(), row.body()), lineJavaType);
      return new StoredLine<>(
          row.lineNo(),
          read.value(),
          Encoded.of(new DocumentChange.Content(row.format(), row.attributes(), row.body())),
          read.unknown());
    } catch (RuntimeException e) {
      throw Damage.of(name(), row.documentKey() + "#" + row.lineNo(), e);
    }
  }

  /**
   * Collects a binding.
   *
   * @param <T> the header's record
   * @param <L> the line's record
   */
  public static final class Builder<T, L> {
    private final DocType.Builder<T> header;
    private final Class<L> lineType;
    private final ToIntFunction<L> number;
    private final List<Attribute> declared = new ArrayList<>();
    private final List<BiFunction<T, L, ?>> extractors = new ArrayList<>();
    private final List<Listing> listings = new ArrayList<>();
    private final List<Upcaster> upcasters = new ArrayList<>();

    Builder(DocType.Builder<T> header, Class<L> lineType, ToIntFunction<L> number) {
      this.header = header;
      this.lineType = lineType;
      this.number = number;
    }

    /** Declares a typed column of the lines. */
    public Builder<T, L> attribute(Attribute attribute, BiFunction<T, L, ?> value) {
      declared.add(attribute);
      extractors.add(value);
      return this;
    }

    /** Declares an order to list lines of all documents in. */
    public Builder<T, L> listing(String listing, List<String> equality, List<String> sort) {
      listings.add(new Listing(listing, equality, sort));
      return this;
    }

    /** Adds the step from the format that lines were written in so far to the next one. */
    public Builder<T, L> upcaster(Upcaster upcaster) {
      upcasters.add(upcaster);
      return this;
    }

    /** Returns the binding. */
    public LinedType<T, L> build() {
      return new LinedType<>(
          this, new LineType(AttributeLayout.of(declared.toArray(Attribute[]::new)), listings));
    }
  }
}
