package io.jxc.store.jdbc;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.h2.store.fs.FileBaseDefault;

/**
 * A file of the embedded database that an interrupted thread does not close. A {@code FileChannel}
 * closes for everybody when a thread is interrupted in it, and an asynchronous one hands each read
 * to another thread and back, which takes longer than the read. This one reads and writes as
 * streams do: in the caller's thread, whatever happens to it.
 */
final class SteadyFile extends FileBaseDefault {
  /** Handles kept for further reads; each has a position of its own, so reads do not queue up. */
  private static final int IDLE_READERS = 8;

  private final File file;
  private final boolean writable;
  private final RandomAccessFile writer;
  private final Queue<RandomAccessFile> readers = new ConcurrentLinkedQueue<>();

  SteadyFile(String name, String mode) throws IOException {
    this.file = new File(name);
    this.writable = mode.startsWith("rw");
    this.writer = new RandomAccessFile(file, writable ? "rw" : "r");
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // each reader has a handle of its own
  public int read(ByteBuffer into, long position) throws IOException {
    RandomAccessFile reader = readers.poll();
    if (reader == null) {
      reader = new RandomAccessFile(file, "r");
    }
    try {
      byte[] bytes = into.hasArray() ? into.array() : new byte[into.remaining()];
      int offset = into.hasArray() ? into.arrayOffset() + into.position() : 0;
      reader.seek(position);
      int read = reader.read(bytes, offset, into.remaining());
      if (read > 0 && into.hasArray()) {
        into.position(into.position() + read);
      } else if (read > 0) {
        into.put(bytes, 0, read);
      }
      return read;
    } finally {
      giveBack(reader);
    }
  }

  private void giveBack(RandomAccessFile reader) throws IOException {
    if (isOpen() && readers.size() < IDLE_READERS) {
      readers.add(reader);
    } else {
      reader.close();
    }
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // the handle is locked, not the file
  public int write(ByteBuffer from, long position) throws IOException {
    if (!writable) {
      throw new NonWritableChannelException();
    }
    int length = from.remaining();
    byte[] bytes = from.hasArray() ? from.array() : new byte[length];
    int offset = from.hasArray() ? from.arrayOffset() + from.position() : 0;
    if (from.hasArray()) {
      from.position(from.position() + length);
    } else {
      from.get(bytes);
    }
    synchronized (writer) {
      writer.seek(position);
      writer.write(bytes, offset, length);
    }
    return length;
  }

  @Override
  public long size() throws IOException {
    return writer.length();
  }

  @Override
  protected void implTruncate(long size) throws IOException {
    synchronized (writer) {
      if (size < writer.length()) {
        writer.setLength(size);
      }
    }
  }

  @Override
  public void force(boolean metaData) throws IOException {
    if (writable) {
      writer.getFD().sync();
    }
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    // Only this needs a channel: an interrupt of before would close it.
    boolean interrupted = Thread.interrupted();
    try {
      return writer.getChannel().tryLock(position, size, shared);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  protected void implCloseChannel() throws IOException {
    try {
      for (RandomAccessFile reader = readers.poll(); reader != null; reader = readers.poll()) {
        reader.close();
      }
    } finally {
      writer.close();
    }
  }

  @Override
  public String toString() {
    return SteadyFiles.SCHEME + ":" + file;
  }
}
