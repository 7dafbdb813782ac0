package io.jxc.examples.replay;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Lines that cannot be traded, with their place and the reason; the file appears with the first.
 * Not thread-safe.
 */
final class Rejects implements AutoCloseable {
  private final Path file;
  private @Nullable CsvWriter writer;
  private int count;

  Rejects(Path file) {
    this.file = file;
  }

  void add(String source, long line, String reason) {
    try {
      CsvWriter open = writer;
      if (open == null) {
        open = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
        open.writeRecord("file", "line", "reason");
        writer = open;
      }
      open.writeRecord(source, Long.toString(line), reason);
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
