package io.jxc.examples.replay;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Lines that cannot be traded, with their place and the reason; the file appears with the first.
 */
final class Rejects implements AutoCloseable {
  private final Path file;
  private @Nullable BufferedWriter writer;
  private int count;

  Rejects(Path file) {
    this.file = file;
  }

  synchronized void add(String source, long line, String reason) {
    try {
      BufferedWriter open = writer;
      if (open == null) {
        open = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        open.write("file,line,reason\n");
        writer = open;
      }
      open.write(source + "," + line + ",\"" + reason.replace("\"", "\"\"") + "\"\n");
      count++;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  int count() {
    return count;
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
