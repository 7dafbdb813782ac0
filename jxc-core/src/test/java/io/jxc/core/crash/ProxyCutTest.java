package io.jxc.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.error.OutcomeUnknownException;
import io.jxc.api.error.StorageException;
import io.jxc.core.crash.CuttingProxy.Cut;
import io.jxc.store.jdbc.testing.TestDatabases;
import io.jxc.store.jdbc.testing.TestDatabases.Database;
import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line is cut at a COMMIT; the caller learns the truth, or that nobody knows it yet. */
class ProxyCutTest {
  private static final int CUTS = Endurance.times(5, 50);

  private final Database database = TestDatabases.fresh();
  private final Place direct = Place.server(database.url());
  private final Acks acks = new Acks(1);
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private CuttingProxy proxy;
  private String through;
  private Jxc sound;
  private Jxc cut;
  private int number;

  private enum Outcome {
    ANSWERED,
    NOT_DONE,
    UNKNOWN
  }

  @BeforeEach
  void open() throws IOException {
    sound = Jxc.builder().store(direct.open()).build();
    Work.prepare(sound);
    int port = URI.create(database.url().substring("jdbc:".length())).getPort();
    proxy = new CuttingProxy(port);
    through = database.url().replace(":" + port, ":" + proxy.port()) + "&socketTimeout=";
    cut = Jxc.builder().store(Place.server(through + 1_000).open()).build();
  }

  @AfterEach
  void close() {
    proxy.close();
    cut.close();
    sound.close();
    database.close();
  }

  @ParameterizedTest
  @CsvSource({"BEFORE", "AFTER", "DELAYED", "NO_ANSWER"})
  void aCommitThatIsCutIsToldAsItEnded(Cut how) {
    cutMany(how, 1, CUTS);
    assertThat(outcomes)
        .as("told otherwise than done or repeated")
        .containsOnlyKeys(Outcome.ANSWERED);
  }

  @Test
  void aCommitThatVanishesIsMadeAgainWhenTheServerHasGivenItUp() {
    // a client waits longer than for a lock; the server gives up an idle transaction after 12 s
    cut.close();
    cut = Jxc.builder().store(Place.server(through + 8_000).open()).build();
    cutMany(Cut.SWALLOWED, 1, Endurance.times(1, 10));
    assertThat(outcomes).containsOnlyKeys(Outcome.ANSWERED);
  }

  /**
   * The first look behind a lost answer is cut off, too. Where the commit was done, the second one
   * sees it without writing anything; where it was not, only a commit of its own proves that.
   */
  @ParameterizedTest
  @CsvSource({
    "AFTER, 2, ANSWERED",
    "BEFORE, 2, ANSWERED",
    "NO_ANSWER, 2, ANSWERED",
    "AFTER, 1000, ANSWERED",
    "BEFORE, 1000, UNKNOWN"
  })
  void aFenceThatIsCutAsWellLeavesNobodyWithAFalseAnswer(Cut how, int commits, Outcome told) {
    cutMany(how, commits, CUTS);
    assertThat(outcomes).containsOnlyKeys(told);
  }

  private void cutMany(Cut how, int commits, int times) {
    JxcSession direct = Work.root(sound);
    for (int time = 0; time < times; time++) {
      cutOnce(direct, how, commits);
    }
    System.out.println(how + " of " + commits + " commits, " + times + " times: " + outcomes);
    new Inspection(this.direct, acks).all();
  }

  private void cutOnce(JxcSession direct, Cut how, int commits) {
    Work work = next();
    long before = head(direct);
    acks.sent(work);
    proxy.arm(how, commits);
    try {
      String answer = work.send(Work.root(cut));
      int left = proxy.heal();
      assertThat(left).as("cuts that did not happen").isLessThan(commits);
      outcomes.merge(Outcome.ANSWERED, 1, Integer::sum);
      long after = head(direct);
      assertThat(after).as("head after an answer").isGreaterThan(before);
      assertThat(work.send(direct)).as("answer of another node").isEqualTo(answer);
      assertThat(head(direct)).as("head after a repetition").isEqualTo(after);
      acks.acknowledge(work, answer);
    } catch (OutcomeUnknownException unknown) {
      proxy.heal();
      outcomes.merge(Outcome.UNKNOWN, 1, Integer::sum);
      assertThat(unknown.requestId()).isEqualTo(work.requestId());
      String answer = work.send(Work.root(cut));
      assertThat(work.send(direct)).as("answer of another node").isEqualTo(answer);
      acks.acknowledge(work, answer);
    } catch (StorageException notDone) {
      proxy.heal();
      outcomes.merge(Outcome.NOT_DONE, 1, Integer::sum);
      assertThat(notDone.retryable()).isTrue();
      assertThat(head(direct)).as("head after nothing was done").isEqualTo(before);
      acks.acknowledge(work, work.send(Work.root(cut)));
    }
  }

  /** The next command that changes something. */
  private Work next() {
    do {
      number++;
    } while (number % 7 == 6);
    return new Work(0, number);
  }

  private static long head(JxcSession session) {
    return session.audit().anchor().sequence();
  }
}
