package io.jxc.examples.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Processes of their own that are told when to send commands. They end with this one. */
final class Nodes implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final List<Node> nodes = new ArrayList<>();

  private record Node(Process process, PrintWriter to, BufferedReader from) {}

  /**
   * Starts processes and waits until they are ready.
   *
   * @param arguments what each is told on its command line
   */
  Nodes(int number, List<String> arguments) {
    try {
      for (int i = 0; i < number; i++) {
        nodes.add(start(arguments));
      }
      for (Node node : nodes) {
        if (!NodeCommand.READY.equals(node.from().readLine())) {
          throw new IllegalStateException("a node did not start, see above");
        }
      }
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static Node start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-X"))
        .forEach(command::add);
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("io.jxc.examples.Main");
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    return new Node(
        process,
        new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8),
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
  }

  /**
   * Lets all of them work at the same time, and returns what came of it, by node.
   *
   * @throws IllegalStateException when one of them fails
   */
  List<NodeCommand.Answer> run(NodeCommand.Order order) {
    for (Node node : nodes) {
      node.to().println(order.text());
    }
    List<NodeCommand.Answer> answers = new ArrayList<>();
    try {
      for (Node node : nodes) {
        String answer = node.from().readLine();
        if (answer == null) {
          throw new IllegalStateException("a node ended, see above");
        }
        answers.add(NodeCommand.Answer.read(answer));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answers;
  }

  @Override
  public void close() {
    for (Node node : nodes) {
      node.to().close();
    }
    for (Node node : nodes) {
      try {
        if (!node.process().waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
          node.process().destroyForcibly();
        }
      } catch (InterruptedException e) {
        node.process().destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
