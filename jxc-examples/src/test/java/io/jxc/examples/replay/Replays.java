package io.jxc.examples.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import picocli.CommandLine;

/** Runs the replay as its users do, here or in a JVM of its own. */
final class Replays {
  private Replays() {}

  /** What a run left behind. */
  record Run(int exit, String out, String err) {
    /** The figures without the seconds. */
    Map<String, Object> figures() {
      try {
        Map<String, Object> figures =
            new LinkedHashMap<>(
                JsonMapper.builder()
                    .build()
                    .readValue(
                        out.lines().reduce((a, b) -> b).orElse(err),
                        new TypeReference<Map<String, Object>>() {}));
        figures.remove("seconds");
        return figures;
      } catch (JsonProcessingException e) {
        throw new AssertionError("no figures: " + out + err, e);
      }
    }
  }

  /** Runs in this JVM. */
  static Run run(Path in, String store, String... further) {
    return run(lines -> {}, in, store, further);
  }

  /** Runs in this JVM and is told of its progress. */
  static Run run(LongConsumer watch, Path in, String store, String... further) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        new CommandLine(new ReplayCommand(watch))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments(in, store, further).toArray(String[]::new));
    return new Run(exit, out.toString(), err.toString());
  }

  private static List<String> arguments(Path in, String store, String... further) {
    List<String> arguments = new ArrayList<>(List.of("--in", in.toString(), "--store", store));
    arguments.addAll(List.of(further));
    if (!arguments.contains("--rejects")) {
      arguments.addAll(List.of("--rejects", in.resolveSibling("rejects.csv").toString()));
    }
    return arguments;
  }

  /**
   * Runs in a JVM of its own and kills it when it has told of its progress so many times; a JVM
   * that ends before is not killed.
   */
  static Run fork(int killAfter, List<String> jvm, Path in, String store)
      throws IOException, InterruptedException {
    Path err = in.resolveSibling("child.err");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), WatchedReplay.class.getName()));
    command.addAll(arguments(in, store));
    Process child = new ProcessBuilder(command).redirectError(err.toFile()).start();
    StringBuilder out = new StringBuilder();
    int told = 0;
    try (BufferedReader lines = child.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith(WatchedReplay.TRADED)) {
          out.append(line).append('\n');
        } else if (++told == killAfter) {
          // Through the handle: the process's own method would close the stream before its end.
          child.toHandle().destroyForcibly();
        }
      }
    }
    return new Run(child.waitFor(), out.toString(), Files.readString(err));
  }

  /** Writes a file into a folder. */
  static Path file(Path folder, String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
