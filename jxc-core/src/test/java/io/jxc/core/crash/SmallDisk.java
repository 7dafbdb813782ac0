package io.jxc.core.crash;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk in memory that runs full soon. Without the right to mount one the test is skipped. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts one on an empty folder. */
  static SmallDisk mount(Path folder, int megabytes) {
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
    if (!mounted) {
      System.out.println("skipped: a small disk cannot be mounted here");
    }
    assumeTrue(mounted, "a small disk can be mounted");
    return new SmallDisk(folder);
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Takes the room but for some bytes. */
  void fill(long left) throws IOException {
    long room = Files.getFileStore(folder).getUsableSpace() - left;
    byte[] some = new byte[1 << 16];
    try (OutputStream ballast = Files.newOutputStream(folder.resolve("ballast"))) {
      for (long written = 0; written < room; written += some.length) {
        ballast.write(some);
      }
    }
  }

  /** Gives the room back. */
  void empty() throws IOException {
    Files.delete(folder.resolve("ballast"));
  }

  @Override
  public void close() {
    if (!run("umount", folder.toString())) {
      throw new AssertionError(folder + " is still in use");
    }
  }
}
