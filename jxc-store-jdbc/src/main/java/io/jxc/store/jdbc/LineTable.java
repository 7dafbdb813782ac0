package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.LineRow;
import io.jxc.spi.store.LineType;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.Names;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of a document type. */
final class LineTable extends RowSource {
  private final LineType declared;

  LineTable(DocumentType type, LineType declared, Table table, Dialect dialect) {
    super(type.name(), table, false, declared.attributes(), dialect);
    this.declared = declared;
  }

  @Override
  Listing listing(String name) {
    return declared.listings().stream()
        .filter(listing -> listing.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "lines of " + type() + " declare no listing '" + name + "'"));
  }

  @Override
  List<String> ties() {
    return List.of("doc_key", "line_no");
  }

  @Override
  List<Object> tieValues(String tie) {
    int separator = tie.lastIndexOf(Names.SEPARATOR);
    if (separator < 0) {
      throw new IllegalArgumentException("a position of lines ends with 0x00 and a number");
    }
    return List.of(
        Names.utf8(tie.substring(0, separator)),
        (int) JournalTable.number(tie.substring(separator + 1)));
  }

  /** The row of a line, for an insert. */
  @Nullable Object[] row(TenantId tenant, String key, int lineNo, DocumentChange.Content content) {
    attributes().check(type() + " lines", content.attributes());
    @Nullable Object[] row = new @Nullable Object[5 + attributes().width()];
    row[0] = Names.utf8(tenant.value());
    row[1] = Names.utf8(key);
    row[2] = lineNo;
    row[3] = content.format();
    attributes().write(content.attributes(), row, 4);
    row[row.length - 1] = content.body().unsafeArray();
    return row;
  }

  @Override
  LineRow read(ResultSet row) throws SQLException {
    return new LineRow(
        type(),
        new String(row.getBytes(1), StandardCharsets.UTF_8),
        row.getInt(2),
        row.getInt(3),
        attributes().read(row, 4),
        Bytes.wrap(row.getBytes(4 + attributes().width())));
  }
}
