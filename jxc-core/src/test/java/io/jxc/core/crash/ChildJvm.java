package io.jxc.core.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another process of the same class path, and every line that it has written. */
final class ChildJvm implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final Thread reader;
  private final List<String> lines = new ArrayList<>();
  private boolean ended;

  /** Starts a main class. */
  ChildJvm(Class<?> main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reader = new Thread(this::read, "reader of " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader told = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("bad the pipe: " + e);
    } finally {
      end();
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Waits for the first line that starts like this. */
  void await(String start) {
    await(start, 1);
  }

  /** Waits until so many more lines start like this. */
  void awaitMore(String start, int more) {
    await(start, (int) lines().stream().filter(line -> line.startsWith(start)).count() + more);
  }

  /** Waits until so many lines start like this. */
  private synchronized void await(String start, int count) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (lines.stream().filter(line -> line.startsWith(start)).count() < count) {
      long left = until - System.nanoTime();
      if (ended || left <= 0) {
        throw new AssertionError("no '" + start + "' from the process, it said\n" + tail());
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        throw new AssertionError("interrupted", e);
      }
    }
  }

  /** Kills it with the signal that nothing can catch. */
  void kill() {
    // through the handle: the process's own method would close the stream before its end
    process.toHandle().destroyForcibly();
  }

  /** Freezes it where it is. */
  void freeze() {
    signal("STOP");
  }

  /** Lets it go on. */
  void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      int exit = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
      if (exit != 0) {
        throw new AssertionError("kill -" + name + " answered " + exit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** Says a word to it. */
  void say(String word) {
    try {
      process.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end and returns everything it has said. */
  List<String> awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("the process goes on, it said\n" + tail());
      }
      reader.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
    return lines();
  }

  /** Returns what it has said by now. */
  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  private synchronized String tail() {
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
  }

  @Override
  public void close() {
    kill();
    awaitEnd();
  }
}
