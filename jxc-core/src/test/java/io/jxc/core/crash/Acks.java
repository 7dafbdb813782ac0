package io.jxc.core.crash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the processes have told: the truth that the database is measured by. A command that was
 * tried and not acknowledged may have been done or not, but not twice.
 */
final class Acks {
  private final int[] tried;
  private final Map<Work, String> answers = new LinkedHashMap<>();
  private final Map<Work, String> newest = new LinkedHashMap<>();
  private final List<Delivery> delivered = new ArrayList<>();

  /** An event and when it came; all processes of a machine read the same clock. */
  private record Delivery(long sequence, long nanos) {}

  Acks(int clients) {
    tried = new int[clients];
  }

  /** Forgets which answers are new. */
  void begin() {
    newest.clear();
  }

  /** Takes everything that a process has said before it died. */
  void take(List<String> lines) {
    for (String line : lines) {
      String[] words = line.split(" ", 4);
      switch (words[0]) {
        case "try" -> sent(work(words));
        case "ack" -> acknowledge(work(words), words[3]);
        case "event" -> delivered(Long.parseLong(words[1]), Long.parseLong(words[2]));
        case "bad" -> throw new AssertionError("the process met " + line);
        default -> {}
      }
    }
  }

  private static Work work(String[] words) {
    return new Work(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
  }

  /** Notes that a command is sent. */
  void sent(Work work) {
    tried[work.client()] = work.number();
  }

  /** Notes an answer. */
  void acknowledge(Work work, String answer) {
    answers.put(work, answer);
    newest.put(work, answer);
  }

  /** The answers since the last process was started. */
  Map<Work, String> newest() {
    return Map.copyOf(newest);
  }

  /** All answers ever. */
  Map<Work, String> all() {
    return answers;
  }

  /** The commands that were sent and not answered. */
  List<Work> open() {
    List<Work> open = new ArrayList<>();
    for (int client = 0; client < tried.length; client++) {
      Work last = new Work(client, tried[client]);
      if (last.number() > 0 && !answers.containsKey(last)) {
        open.add(last);
      }
    }
    return open;
  }

  /** Notes a delivery. */
  void delivered(long sequence, long nanos) {
    delivered.add(new Delivery(sequence, nanos));
  }

  /** The events that were delivered, in the order in which they came. */
  List<Long> delivered() {
    return delivered.stream()
        .sorted(Comparator.comparingLong(Delivery::nanos))
        .map(Delivery::sequence)
        .toList();
  }

  /** The next command of each client, as the child takes it. */
  String next() {
    return next(0, tried.length);
  }

  /** The next command of some clients. */
  String next(int from, int to) {
    return Arrays.stream(tried, from, to)
        .mapToObj(number -> Integer.toString(number + 1))
        .collect(Collectors.joining(","));
  }
}
