package io.jxc.core.crash;

import io.jxc.spi.store.JxcStore;
import io.jxc.store.jdbc.JdbcStore;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the rows are, in a form that can be handed to another process.
 *
 * @param address {@code h2:FOLDER}, or {@code jdbc:mysql:…} of a server without a password
 */
record Place(String address) {
  /** A database on a server. */
  static Place server(String url) {
    return new Place(url);
  }

  /** An H2 file in a folder. */
  static Place h2(Path folder) {
    return new Place("h2:" + folder);
  }

  boolean isH2() {
    return address.startsWith("h2:");
  }

  /** Opens a store as a host would. */
  JxcStore open() {
    return isH2()
        ? JdbcStore.h2(Path.of(address.substring(3))).build()
        : JdbcStore.mysql(address, "root", "").migrate().build();
  }

  /** Opens a store that stops at a point; see {@link PausingSource}. */
  JxcStore open(Optional<PausingSource.Point> point) {
    if (point.isEmpty()) {
      return open();
    }
    String url =
        isH2()
            ? "jdbc:h2:" + address.substring(3) + "/jxc;LOCK_TIMEOUT=5000"
            : address
                + "&emulateUnsupportedPstmts=false&allowMultiQueries=true&connectTimeout=5000"
                + "&socketTimeout=30000";
    PausingSource source = new PausingSource(url, isH2() ? "jxc" : "root", point.get());
    return JdbcStore.using(source).migrate().build();
  }
}
