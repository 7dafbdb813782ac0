package io.jxc.store.memory;

import io.jxc.api.TenantId;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.Chain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The blocks of a tenant, packed into arrays: there is one for each commit, and as objects they
 * would take more room than the rows they cover.
 */
final class BlockLog {
  private static final int CHUNK = 64;
  private static final int NUMBERS = 5;
  private static final int HASH = 32;

  private final TenantId tenant;
  private final List<Chunk> chunks = new ArrayList<>();
  private int size;

  // Open addressing: 0 is free, else the ordinal of a block plus one.
  private int[] places = new int[16];

  BlockLog(TenantId tenant) {
    this.tenant = tenant;
  }

  synchronized void append(Block block) {
    if (size % CHUNK == 0) {
      chunks.add(new Chunk());
    }
    chunks.get(size / CHUNK).write(size % CHUNK, block);
    size++;
    if (size * 2 > places.length) {
      places = new int[places.length * 2];
      for (int ordinal = 0; ordinal < size; ordinal++) {
        place(ordinal);
      }
    } else {
      place(size - 1);
    }
  }

  synchronized Optional<Block> byId(UUID id) {
    int mask = places.length - 1;
    int at = spread(id.getMostSignificantBits(), id.getLeastSignificantBits()) & mask;
    for (; places[at] != 0; at = (at + 1) & mask) {
      int ordinal = places[at] - 1;
      if (number(ordinal, 0) == id.getMostSignificantBits()
          && number(ordinal, 1) == id.getLeastSignificantBits()) {
        return Optional.of(read(ordinal));
      }
    }
    return Optional.empty();
  }

  /** The block that took a sequence; blocks leave no gaps. */
  synchronized Optional<Block> bySequence(long sequence) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (number(middle, 3) < sequence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return sequence < 1 || low == size ? Optional.empty() : Optional.of(read(low));
  }

  private void place(int ordinal) {
    int mask = places.length - 1;
    int at = spread(number(ordinal, 0), number(ordinal, 1)) & mask;
    while (places[at] != 0) {
      at = (at + 1) & mask;
    }
    places[at] = ordinal + 1;
  }

  private static int spread(long most, long least) {
    return (int) (((most ^ least) * 0x9E3779B97F4A7C15L) >>> 32);
  }

  private long number(int ordinal, int field) {
    return chunks.get(ordinal / CHUNK).numbers[ordinal % CHUNK * NUMBERS + field];
  }

  private Bytes hash(int ordinal, int field) {
    byte[] hashes = chunks.get(ordinal / CHUNK).hashes;
    int from = (ordinal % CHUNK * 2 + field) * HASH;
    return Bytes.wrap(Arrays.copyOfRange(hashes, from, from + HASH));
  }

  private Block read(int ordinal) {
    return new Block(
        tenant,
        new UUID(number(ordinal, 0), number(ordinal, 1)),
        number(ordinal, 2),
        number(ordinal, 3),
        Chain.instant(number(ordinal, 4)),
        hash(ordinal, 0),
        ordinal == 0 ? Chain.genesis(tenant) : hash(ordinal - 1, 1),
        hash(ordinal, 1));
  }

  private static final class Chunk {
    private final long[] numbers = new long[CHUNK * NUMBERS];
    private final byte[] hashes = new byte[CHUNK * 2 * HASH];

    void write(int at, Block block) {
      int number = at * NUMBERS;
      numbers[number] = block.id().getMostSignificantBits();
      numbers[number + 1] = block.id().getLeastSignificantBits();
      numbers[number + 2] = block.firstSequence();
      numbers[number + 3] = block.lastSequence();
      numbers[number + 4] = Chain.micros(block.at());
      System.arraycopy(block.digest().unsafeArray(), 0, hashes, at * 2 * HASH, HASH);
      System.arraycopy(block.hash().unsafeArray(), 0, hashes, (at * 2 + 1) * HASH, HASH);
    }
  }
}
