package io.jxc.store.jdbc;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** Runs queries with values in their places; errors come out as the store's own. */
final class Reads {
  private final Handle handle;

  Reads(Handle handle) {
    this.handle = handle;
  }

  <T> List<T> list(String sql, List<?> values, RowMapper<T> mapper) {
    try (Query query = handle.createQuery(sql)) {
      for (int i = 0; i < values.size(); i++) {
        Object value = values.get(i);
        Argument argument = (position, statement, ctx) -> Binder.bind(statement, position, value);
        query.bind(i, argument);
      }
      return query.map(mapper).list();
    } catch (JdbiException e) {
      throw SqlErrors.of("read", e);
    }
  }

  <T> List<T> list(KeyedQuery query, RowMapper<T> mapper) {
    return list(query.sql(), query.values(), mapper);
  }

  <T> Optional<T> first(String sql, List<?> values, RowMapper<T> mapper) {
    return list(sql, values, mapper).stream().findFirst();
  }
}
