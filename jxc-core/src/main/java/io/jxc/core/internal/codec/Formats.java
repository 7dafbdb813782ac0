package io.jxc.core.internal.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.Bytes;
import java.util.List;

/**
 * The formats that bodies of one kind were ever written in, 1 being the first.
 *
 * @param name what the bodies are called in errors
 * @param steps brings a body from format 1 to 2, from 2 to 3 …
 */
record Formats(String name, List<Upcaster> steps) {
  Formats {
    steps = List.copyOf(steps);
  }

  /** Returns the number of the format that is written. */
  int newest() {
    return steps.size() + 1;
  }

  /**
   * Returns a body in the newest format.
   *
   * @throws StorageException {@code storage.schema-mismatch} for a format of a later version
   */
  Bytes upcast(int format, Bytes body) {
    if (format == newest()) {
      return body;
    }
    if (format < 1 || format > newest()) {
      throw StorageException.schema(
          name + " has a row of format " + format + ", this version reads up to " + newest());
    }
    ObjectNode tree = (ObjectNode) Json.tree(body);
    for (Upcaster step : steps.subList(format - 1, steps.size())) {
      tree = step.next(tree);
    }
    return Json.write(tree);
  }
}
