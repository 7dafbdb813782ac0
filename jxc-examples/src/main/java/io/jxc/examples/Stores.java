package io.jxc.examples;

import io.jxc.spi.store.Durability;
import io.jxc.spi.store.JxcStore;
import io.jxc.store.jdbc.JdbcStore;
import io.jxc.store.memory.MemoryStore;
import java.nio.file.Path;
import java.util.Optional;

/** Opens a store by what a command line says of it. */
public final class Stores {
  private Stores() {}

  /**
   * Opens {@code memory}, {@code h2:FOLDER} or {@code jdbc:URL}.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  public static JxcStore open(String store, Optional<String> user, Optional<String> password) {
    return open(store, user, password, Durability.POWER_LOSS);
  }

  /**
   * Opens {@code memory}, {@code h2:FOLDER} or {@code jdbc:URL}, the folder with a durability.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  public static JxcStore open(
      String store, Optional<String> user, Optional<String> password, Durability durability) {
    if (store.equals("memory")) {
      return MemoryStore.create();
    } else if (store.startsWith("h2:") && store.length() > "h2:".length()) {
      return JdbcStore.h2(Path.of(store.substring(3))).durability(durability).build();
    } else if (store.startsWith("jdbc:")) {
      return JdbcStore.mysql(store, user.orElse("root"), password.orElse("")).migrate().build();
    }
    throw new IllegalArgumentException(
        "a store is memory, h2:FOLDER or jdbc:URL, found '" + store + "'");
  }
}
