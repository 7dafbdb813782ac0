package io.jxc.spi.store;

import io.jxc.api.TenantId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Digests and hashes of the block chain, the same in every store: SHA-256 over canonical bytes.
 *
 * <p>An entry's digest covers type, place within the block, format, every present attribute in
 * declared order and the body, each length-prefixed; decimals as unscaled numbers at their declared
 * scale, instants in micros. A block's hash covers the previous hash, its id, range, time and the
 * digest of its entries.
 */
public final class Chain {
  private static final int STORED_FORMAT = 1;

  private Chain() {}

  /** Returns the hash that stands before a tenant's first block. */
  public static Bytes genesis(TenantId tenant) {
    return new Digester().text("jxc-genesis").text(tenant.value()).digest();
  }

  /** Returns the digest of one entry at its place (0, 1, …) within the block. */
  public static Bytes entryDigest(JournalEntry entry, int place) {
    return Bytes.wrap(entryDigest(new Digester(), entry, place));
  }

  private static byte[] entryDigest(Digester digester, JournalEntry entry, int place) {
    digester.number(STORED_FORMAT).text(entry.type()).number(place);
    digester.number(entry.format());
    attributes(digester, entry.attributes());
    return digester.bytes(entry.body()).array();
  }

  /** Returns the digest of a document's header or line, as audit entries carry it. */
  public static Bytes rowDigest(String type, String key, DocumentChange.Content content) {
    return Bytes.wrap(rowDigest(new Digester(), type, key, content));
  }

  private static byte[] rowDigest(
      Digester digester, String type, String key, DocumentChange.Content content) {
    digester.number(STORED_FORMAT).text(type).text(key).number(content.format());
    attributes(digester, content.attributes());
    return digester.bytes(content.body()).array();
  }

  /** Returns the digest over the digests of several rows of one type, by key, in their order. */
  public static Bytes rowsDigest(String type, Map<String, DocumentChange.Content> rows) {
    Digester all = new Digester();
    Digester each = new Digester();
    rows.forEach((key, content) -> all.raw(rowDigest(each, type, key, content)));
    return all.digest();
  }

  /** Returns the digest over all entries of a block. */
  public static Bytes blockDigest(List<JournalEntry> entries) {
    Digester digester = new Digester().number(entries.size());
    Digester each = new Digester();
    for (int place = 0; place < entries.size(); place++) {
      digester.array(entryDigest(each, entries.get(place), place));
    }
    return digester.digest();
  }

  /** Returns the hash of a block. */
  public static Bytes blockHash(
      Bytes previousHash,
      UUID id,
      long firstSequence,
      long lastSequence,
      Instant at,
      Bytes digest) {
    return new Digester()
        .number(STORED_FORMAT)
        .bytes(previousHash)
        .number(id.getMostSignificantBits())
        .number(id.getLeastSignificantBits())
        .number(firstSequence)
        .number(lastSequence)
        .number(micros(at))
        .bytes(digest)
        .digest();
  }

  /** Returns the block a change set makes on this head; stores write exactly this. */
  public static Block seal(Head head, ChangeSet changes) {
    Instant proposed = Attribute.micros(changes.at());
    Instant at = proposed.isBefore(head.blockTime()) ? head.blockTime() : proposed;
    Bytes digest = blockDigest(changes.entries());
    Bytes hash =
        blockHash(
            head.blockHash(),
            changes.blockId(),
            changes.firstSequence(),
            changes.lastSequence(),
            at,
            digest);
    return new Block(
        changes.tenant(),
        changes.blockId(),
        changes.firstSequence(),
        changes.lastSequence(),
        at,
        digest,
        head.blockHash(),
        hash);
  }

  /** Returns an instant in micros since the epoch. */
  public static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }

  /** Returns the instant of micros since the epoch. */
  public static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
  }

  private static void attributes(Digester digester, AttributeValues values) {
    List<Attribute> declared = values.layout().attributes();
    for (int i = 0; i < declared.size(); i++) {
      Object value = values.raw(i);
      if (value != null) {
        digester.text(declared.get(i).name());
        value(digester, value);
      }
    }
    digester.text("");
  }

  private static void value(Digester digester, Object value) {
    if (value instanceof String text) {
      digester.text(text);
    } else if (value instanceof Long number) {
      digester.number(number);
    } else if (value instanceof BigDecimal decimal) {
      digester.number(decimal.scale()).unscaled(decimal);
    } else if (value instanceof Instant instant) {
      digester.number(micros(instant));
    } else if (value instanceof LocalDate date) {
      digester.number(date.toEpochDay());
    } else {
      throw new IllegalArgumentException("no canonical form for " + value.getClass());
    }
  }

  /** Collects what is digested, because many small updates cost more than one of all. */
  private static final class Digester {
    private final MessageDigest sha;
    private byte[] collected = new byte[512];
    private int length;

    Digester() {
      try {
        sha = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }

    private void room(int bytes) {
      if (bytes > collected.length - length) {
        collected = Arrays.copyOf(collected, Math.max(2 * collected.length, length + bytes));
      }
    }

    Digester number(long number) {
      room(8);
      for (int shift = 56; shift >= 0; shift -= 8) {
        collected[length++] = (byte) (number >>> shift);
      }
      return this;
    }

    Digester text(String text) {
      number(text.length());
      int start = length;
      room(text.length());
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c >= 0x80) {
          // not the usual ASCII: its length in bytes is another one
          length = start - 8;
          return array(text.getBytes(StandardCharsets.UTF_8));
        }
        collected[length++] = (byte) c;
      }
      return this;
    }

    /** The unscaled value in its shortest two's complement form, as BigInteger gives it. */
    Digester unscaled(BigDecimal decimal) {
      return array(decimal.unscaledValue().toByteArray());
    }

    Digester bytes(Bytes bytes) {
      return array(bytes.unsafeArray());
    }

    Digester array(byte[] array) {
      return number(array.length).raw(array);
    }

    /** Bytes without their number. */
    Digester raw(byte[] array) {
      room(array.length);
      System.arraycopy(array, 0, collected, length, array.length);
      length += array.length;
      return this;
    }

    Bytes digest() {
      return Bytes.wrap(array());
    }

    /** Returns the digest of what was collected, and starts again with nothing. */
    byte[] array() {
      sha.update(collected, 0, length);
      length = 0;
      return sha.digest();
    }
  }
}
