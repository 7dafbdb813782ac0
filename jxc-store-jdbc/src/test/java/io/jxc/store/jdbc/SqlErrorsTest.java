package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlErrorsTest {
  @ParameterizedTest
  @CsvSource({
    "40001, 1213", "40001, 1205", "HY000, 1020", "40000, 3101", "HY000, 1180", "HY000, 1290",
    "HY000, 3797", "08S01, 1047", "40001, 40001", "HYT00, 50200", "90131, 90131", "08S01, 0",
    "70100, 1317", "HYT00, 0", "HY000, 1836", "08S01, 1053", "08004, 1040", "HY000, 4031",
    "HY000, 1021", "HY000, 1114", "HY000, 1026", "HY000, 3"
  })
  void whatPassesIsKnownByItsNumberOrState(String state, int number) {
    assertThat(SqlErrors.passing(new SQLException("any text", state, number))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"42000, 1064", "22001, 1406", "22003, 1264", "23000, 1452", "HY000, 3819"})
  void whatStaysIsNotRepeated(String state, int number) {
    SQLException error = new SQLException("deadlock lock wait timeout", state, number);
    assertThat(SqlErrors.passing(error)).isFalse();
    assertThat(SqlErrors.of("commit", error).retryable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "40001, 1213, true", "HY000, 1020, true", "40000, 3101, true", "HY000, 1180, true",
    "40001, 40001, true", "08S01, 0, true", "40001, 1205, false", "HYT00, 50200, false",
    "90131, 90131, false", "23000, 1062, false", "HY000, 1290, false", "42000, 1064, false"
  })
  void whatIsLeftOfATransactionIsKnownByTheNumber(String state, int number, boolean over) {
    SQLException error = new SQLException("any text", state, number);
    assertThat(SqlErrors.endsTransaction(error)).isEqualTo(over);
    assertThat(SqlErrors.endsTransaction(new IllegalStateException(error))).isEqualTo(over);
  }

  @ParameterizedTest
  @CsvSource({"40001, 1205, true", "HYT00, 50200, true", "40001, 1213, false"})
  void aWaitForALockIsKnownByTheNumber(String state, int number, boolean waited) {
    assertThat(SqlErrors.lockWait(new SQLException("any text", state, number))).isEqualTo(waited);
  }

  @Test
  void timeoutsAreKnownByTheirClass() {
    assertThat(SqlErrors.passing(new SQLTimeoutException())).isTrue();
    assertThat(SqlErrors.passing(new SQLTransientConnectionException())).isTrue();
  }

  @Test
  void duplicatesAreKnownByTheirNumber() {
    assertThat(SqlErrors.duplicate(new SQLException("x", "23000", 1062))).isTrue();
    assertThat(SqlErrors.duplicate(new SQLException("x", "23505", 23505))).isTrue();
    assertThat(SqlErrors.duplicate(new BatchUpdateException("x", "23505", 23505, new int[0])))
        .isTrue();
    assertThat(SqlErrors.duplicate(new SQLException("Duplicate entry", "23000", 1452))).isFalse();
  }

  @Test
  void causesAreSearched() {
    Throwable wrapped = new IllegalStateException(new SQLException("x", "40001", 1213));
    assertThat(SqlErrors.passing(wrapped)).isTrue();
    assertThat(SqlErrors.passing(new IllegalStateException("no cause"))).isFalse();
  }
}
