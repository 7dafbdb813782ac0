package io.jxc.store.jdbc;

import io.jxc.api.error.JxcException;
import io.jxc.api.error.StorageException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;

/**
 * Judges database errors by number, SQLState and class, never by text. Numbers of H2 and of the
 * MySQL protocol do not meet, so one table serves both.
 */
final class SqlErrors {
  private static final Set<Integer> DUPLICATE = Set.of(1062, 1586, 23505);

  private static final Set<Integer> LOCK_WAIT = Set.of(1205, 50200);

  private static final Set<Integer> READ_ONLY = Set.of(1290, 1836);

  /** Deadlock 1213, snapshot 1020, plugin rollback 3101, error during commit 1180; H2: deadlock. */
  private static final Set<Integer> ENDING = Set.of(1213, 1020, 3101, 1180, 40001);

  /**
   * What a repetition can cure: deadlock 1213, lock wait 1205, snapshot 1020, plugin rollback 3101,
   * error during commit 1180; wrong node 1290, 1836, 3797; node not ready 1047; shutdown 1053,
   * server gone 1158 to 1161, 1927, 4031; interrupted 1317, 3024, 1969; too many connections 1040,
   * 1203; no room on the server's disk 1021, 1114, or error in writing there 3, 1026; H2: deadlock
   * 40001, lock timeout 50200, concurrent update 90131, statement cancelled 57014, connection
   * broken 90067, database closed 90098, 90121.
   */
  private static final Set<Integer> PASSING =
      Set.of(
          1213, 1205, 1020, 3101, 1180, 1290, 1836, 3797, 1047, 1053, 1158, 1159, 1160, 1161, 1927,
          4031, 1317, 3024, 1969, 1040, 1203, 1021, 1114, 3, 1026, 40001, 50200, 90131, 57014,
          90067, 90098, 90121);

  private SqlErrors() {}

  /** Tells whether a unique key refused a row. */
  static boolean duplicate(Throwable thrown) {
    return sql(thrown).filter(e -> DUPLICATE.contains(e.getErrorCode())).isPresent();
  }

  /** Tells whether somebody else held a lock for too long. */
  static boolean lockWait(Throwable thrown) {
    return sql(thrown).filter(e -> LOCK_WAIT.contains(e.getErrorCode())).isPresent();
  }

  /** Tells whether a server takes no writes at present. */
  static boolean readOnly(Throwable thrown) {
    return sql(thrown).filter(e -> READ_ONLY.contains(e.getErrorCode())).isPresent();
  }

  /**
   * Tells whether the transaction that met it is over, or can do no more than be rolled back: the
   * database has given it up, or the connection is gone.
   */
  static boolean endsTransaction(Throwable thrown) {
    return sql(thrown)
        .filter(e -> !LOCK_WAIT.contains(e.getErrorCode()))
        .filter(
            e ->
                ENDING.contains(e.getErrorCode())
                    || state(e).startsWith("08")
                    || state(e).startsWith("40"))
        .isPresent();
  }

  /** Tells whether the same work may succeed later. */
  static boolean passing(Throwable thrown) {
    return sql(thrown).filter(SqlErrors::passingSql).isPresent();
  }

  private static boolean passingSql(SQLException e) {
    return PASSING.contains(e.getErrorCode())
        || state(e).startsWith("08")
        || state(e).startsWith("40")
        || state(e).startsWith("HYT")
        || e instanceof SQLTransientException
        || e instanceof SQLRecoverableException
        || e instanceof SQLTimeoutException;
  }

  private static String state(SQLException e) {
    return e.getSQLState() == null ? "" : e.getSQLState();
  }

  /** The error as callers see it: nothing was changed. */
  static JxcException of(String doing, Throwable thrown) {
    Throwable cause = sql(thrown).map(Throwable.class::cast).orElse(thrown);
    String reason = doing + ": " + cause.getMessage();
    return passing(thrown)
        ? StorageException.passing(reason, thrown)
        : StorageException.failed(reason, thrown);
  }

  private static Optional<SQLException> sql(Throwable thrown) {
    Throwable at = thrown;
    for (int depth = 0; at != null && depth < 20; depth++) {
      if (at instanceof SQLException found) {
        return Optional.of(found);
      }
      at = at.getCause();
    }
    return Optional.empty();
  }
}
