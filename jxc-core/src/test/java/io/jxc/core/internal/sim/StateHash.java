package io.jxc.core.internal.sim;

import io.jxc.core.internal.session.Features;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.StoreView;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A hash of all that a world has come to: what is stored, what was answered, what was heard. */
final class StateHash {
  private StateHash() {}

  static String of(World world) {
    MessageDigest sha;
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    for (House house : world.houses) {
      try (StoreView view = world.store.view(house.tenant)) {
        // the chain covers every entry of every journal, and ids and times of blocks
        sha.update(view.head().blockHash().hex().getBytes(StandardCharsets.UTF_8));
        for (DocumentType type : Features.schema().documents()) {
          documents(sha, view, type.name());
        }
      }
    }
    sha.update(world.answers.done().toString().getBytes(StandardCharsets.UTF_8));
    sha.update(world.deliveries.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(sha.digest());
  }

  private static void documents(MessageDigest sha, StoreView view, String type) {
    String after = "";
    List<DocumentRow> rows;
    do {
      rows = view.documentRange(type, "", after, 1_000);
      for (DocumentRow row : rows) {
        after = row.key();
        sha.update((row.key() + row.version()).getBytes(StandardCharsets.UTF_8));
        sha.update(row.body().hex().getBytes(StandardCharsets.UTF_8));
      }
    } while (rows.size() == 1_000);
  }
}
