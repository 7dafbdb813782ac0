package io.jxc.core.crash;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.error.JxcException;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.feed.Subscription;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that works until it is killed. It tells each command before it is sent and once more
 * with its answer; each line is written whole, and what was written outlives the process.
 *
 * <p>Arguments: the place; a point to stop at, or {@code -}; the number of the next command of each
 * client; the number of the first client, 0 unless told. A first command prepares an empty place
 * before.
 */
public final class LoadChild {
  private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);
  private static final BufferedReader IN =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private static final Duration BEFORE_REPETITION = Duration.ofMillis(20);

  private LoadChild() {}

  /** Works. */
  public static void main(String[] args) {
    Place place = new Place(args[0]);
    Optional<PausingSource.Point> point =
        Optional.of(args[1]).filter(p -> !p.equals("-")).map(PausingSource.Point::parse);
    int[] next = Arrays.stream(args[2].split(",")).mapToInt(Integer::parseInt).toArray();
    say("opening");
    Jxc jxc =
        Jxc.builder().store(place.open(point)).subscription(subscription(LoadChild::tell)).build();
    if (next[0] == 1) {
      Work.prepare(jxc);
    }
    say("ready");
    int client = args.length > 3 ? Integer.parseInt(args[3]) : 0;
    for (int number : next) {
      Work first = new Work(client++, number);
      new Thread(() -> work(Work.root(jxc), first), "client-" + first.client()).start();
    }
  }

  /** The subscription of every node, here and in the parent; a dead node's lease ends soon. */
  static Subscription subscription(io.jxc.spi.JxcListener listener) {
    return Subscription.named("erp")
        .listener(listener)
        .tenants(Work.TENANT)
        .lease(Duration.ofSeconds(1));
  }

  private static void tell(JxcEvent event) {
    say("event " + event.sequence() + " " + System.nanoTime());
  }

  private static void work(JxcSession session, Work first) {
    Work work = first;
    while (true) {
      say("try " + work.client() + " " + work.number());
      say(work.client() + " " + work.number(), answer(session, work));
      work = new Work(work.client(), work.number() + 1);
    }
  }

  private static void say(String work, String answer) {
    say("ack " + work + " " + answer);
  }

  /** Sends a command until it has an answer, as a host does. */
  private static String answer(JxcSession session, Work work) {
    while (true) {
      try {
        return work.send(session);
      } catch (JxcException e) {
        say("fail " + work.client() + " " + work.number() + " " + e.code());
        if (!e.retryable()) {
          say("bad " + e);
        }
        LockSupport.parkNanos(BEFORE_REPETITION.toNanos());
      } catch (RuntimeException | Error e) {
        say("bad " + e);
        throw e;
      }
    }
  }

  /** Writes a line at once and whole. */
  static void say(String line) {
    byte[] bytes = (line.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      synchronized (OUT) {
        OUT.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the parent says a word. */
  static void awaitWord(String word) {
    try {
      String line = IN.readLine();
      while (line != null && !line.equals(word)) {
        line = IN.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
