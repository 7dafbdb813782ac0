package io.jxc.core.internal.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.jxc.core.internal.codec.DocType;
import io.jxc.spi.store.Names;
import java.time.LocalDate;
import java.util.List;

/**
 * The stored answer to a request, to answer it again.
 *
 * @param actor user who asked
 * @param requestId identity of the request
 * @param command stable name of the command
 * @param hash hash of the command's content, hexadecimal
 * @param day day it was decided, UTC; leads the purge
 * @param result the result without its version, which is the version of this document
 */
public record CommandResultDocument(
    String actor, String requestId, String command, String hash, LocalDate day, JsonNode result) {
  /** Bytes a stored result may take. */
  static final int MAX_BYTES = 2_048;

  /** Index by day. */
  static final String DAY = "day";

  /** Stored under actor and request id. */
  static final DocType<CommandResultDocument> TYPE =
      DocType.of(
              "command_result",
              CommandResultDocument.class,
              result -> key(result.actor(), result.requestId()))
          .multi(DAY, result -> List.of(result.day().toString()))
          .technical()
          .uncached()
          .dedicated()
          .build();

  /** Returns the key of a request. */
  static String key(String actor, String requestId) {
    return Names.composite(actor, requestId);
  }
}
