package io.jxc.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts interrupt their threads whenever they like: nothing is torn, and no file is closed. */
class InterruptStormTest {
  private static final int CLIENTS = 4;

  private final Random chance = Endurance.chance("InterruptStormTest");
  private final ConcurrentMap<Work, String> answers = new ConcurrentHashMap<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile boolean over;

  @Test
  void interruptedCallersGetTheirAnswersAndTheStoreGoesOn(@TempDir Path folder)
      throws InterruptedException {
    Place place = Place.h2(folder);
    int interrupts = 0;
    try (Jxc jxc = Jxc.builder().store(place.open()).build()) {
      Work.prepare(jxc);
      List<Thread> clients = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        Work first = new Work(client, 1);
        clients.add(new Thread(() -> work(Work.root(jxc), first), "client-" + client));
      }
      clients.forEach(Thread::start);
      long until = System.nanoTime() + Duration.ofSeconds(Endurance.times(3, 60)).toNanos();
      while (System.nanoTime() < until) {
        clients.get(chance.nextInt(CLIENTS)).interrupt();
        interrupts++;
        LockSupport.parkNanos(chance.nextInt(1_000_000));
      }
      over = true;
      for (Thread client : clients) {
        client.join();
      }
      assertThat(failure.get()).isNull();
    }
    System.out.println(interrupts + " interrupts, " + answers.size() + " answers");
    assertThat(answers).hasSizeGreaterThan(10);
    Acks acks = new Acks(CLIENTS);
    answers.forEach(acks::acknowledge);
    new Inspection(place, acks).all();
  }

  private void work(JxcSession session, Work first) {
    Work work = first;
    try {
      while (!over) {
        answers.put(work, work.send(session));
        work = new Work(work.client(), work.number() + 1);
      }
    } catch (Throwable e) {
      failure.compareAndSet(null, e);
    }
  }
}
