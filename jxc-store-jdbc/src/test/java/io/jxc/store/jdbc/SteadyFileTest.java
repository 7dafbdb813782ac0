package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the embedded database: like H2's own, but for interrupts. */
class SteadyFileTest {
  @TempDir Path folder;

  @AfterEach
  void calm() {
    // no test may leave its thread interrupted
    Thread.interrupted();
  }

  @Test
  void anInterruptedThreadReadsAndWritesAndClosesNothing() throws IOException {
    try (SteadyFile file = open("rw")) {
      Thread.currentThread().interrupt();

      file.write(bytes("hello"), 0);
      file.force(true);
      try (var lock = file.tryLock(0, Long.MAX_VALUE, false)) {
        assertThat(lock.isValid()).isTrue();
      }

      assertThat(read(file, 0, 5)).isEqualTo("hello");
      assertThat(file.isOpen()).isTrue();
      assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
    }
  }

  @Test
  void readsAndWritesTakeBuffersOfBothKinds() throws IOException {
    try (SteadyFile file = open("rw")) {
      ByteBuffer direct = ByteBuffer.allocateDirect(8);
      direct.put(3, (byte) 'a').put(4, (byte) 'b').position(3).limit(5);
      assertThat(file.write(direct, 10)).isEqualTo(2);
      assertThat(direct.hasRemaining()).isFalse();

      ByteBuffer into = ByteBuffer.allocateDirect(4);
      assertThat(file.read(into, 10)).isEqualTo(2);
      assertThat(into.position()).isEqualTo(2);
      assertThat((char) into.get(1)).isEqualTo('b');
      assertThat(read(file, 11, 1)).isEqualTo("b");
      assertThat(file.size()).isEqualTo(12);
    }
  }

  @Test
  void behindTheEndThereIsNothing() throws IOException {
    try (SteadyFile file = open("rw")) {
      file.write(bytes("hello"), 0);
      file.truncate(2);

      assertThat(file.size()).isEqualTo(2);
      assertThat(file.read(ByteBuffer.allocate(1), 2)).isEqualTo(-1);
      assertThat(read(file, 0, 5)).isEqualTo("he");
    }
  }

  @Test
  void aFileOpenedForReadingIsNotWritten() throws IOException {
    Files.writeString(folder.resolve("file"), "hello");
    try (SteadyFile file = open("r")) {
      assertThat(read(file, 0, 5)).isEqualTo("hello");
      assertThatThrownBy(() -> file.write(bytes("x"), 0))
          .isInstanceOf(NonWritableChannelException.class);
    }
    assertThat(Files.readString(folder.resolve("file"))).isEqualTo("hello");
  }

  @Test
  void oneLocksItForItself() throws IOException {
    try (SteadyFile first = open("rw");
        SteadyFile second = open("rw");
        var lock = first.tryLock(0, Long.MAX_VALUE, false)) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(() -> second.tryLock(0, Long.MAX_VALUE, false))
          .isInstanceOf(OverlappingFileLockException.class);
    }
  }

  private SteadyFile open(String mode) throws IOException {
    return new SteadyFile(folder.resolve("file").toString(), mode);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String read(SteadyFile file, long position, int most) throws IOException {
    ByteBuffer into = ByteBuffer.allocate(most);
    int read = file.read(into, position);
    return new String(into.array(), 0, read, StandardCharsets.UTF_8);
  }
}
