package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.Names;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Headers of a document type. */
final class DocumentTable extends RowSource {
  private final DocumentType declared;

  DocumentTable(DocumentType declared, Table table, Dialect dialect) {
    super(declared.name(), table, !declared.dedicated(), declared.attributes(), dialect);
    this.declared = declared;
  }

  DocumentType declared() {
    return declared;
  }

  @Override
  Listing listing(String name) {
    return declared.listing(name);
  }

  @Override
  List<String> ties() {
    return List.of("doc_key");
  }

  @Override
  List<Object> tieValues(String tie) {
    return List.of(Names.utf8(tie));
  }

  /** The row of a document, for an insert. */
  @Nullable Object[] row(
      TenantId tenant, String key, long version, DocumentChange.Content content) {
    attributes().check(type(), content.attributes());
    List<Object> scope = scope(tenant);
    int at = scope.size();
    @Nullable Object[] row = new @Nullable Object[at + 4 + attributes().width()];
    for (int i = 0; i < at; i++) {
      row[i] = scope.get(i);
    }
    row[at] = Names.utf8(key);
    row[at + 1] = version;
    row[at + 2] = content.format();
    attributes().write(content.attributes(), row, at + 3);
    row[row.length - 1] = content.body().unsafeArray();
    return row;
  }

  @Override
  DocumentRow read(ResultSet row) throws SQLException {
    return read(row, 1);
  }

  /** Reads a row whose key is at a position. */
  DocumentRow read(ResultSet row, int at) throws SQLException {
    return new DocumentRow(
        type(),
        new String(row.getBytes(at), StandardCharsets.UTF_8),
        row.getLong(at + 1),
        row.getInt(at + 2),
        attributes().read(row, at + 3),
        Bytes.wrap(row.getBytes(at + 3 + attributes().width())));
  }
}
