package io.jxc.store.memory;

import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.JxcStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Stores that answer wrongly when they are asked for many things at once. */
final class BrokenLookups {
  private BrokenLookups() {}

  static JxcStore takesAllTypesForOne(JxcStore sound) {
    return BrokenReads.viewing(
        sound,
        view ->
            new ForwardingView(view) {
              @Override
              public List<DocumentRow> documents(Map<String, ? extends Collection<String>> keys) {
                List<String> all = keys.values().stream().flatMap(Collection::stream).toList();
                return keys.keySet().stream()
                    .limit(1)
                    .flatMap(type -> sound().documents(type, all).stream())
                    .toList();
              }
            });
  }

  static JxcStore findsValuesThatStartLikeThose(JxcStore sound) {
    return BrokenReads.viewing(
        sound,
        view ->
            new ForwardingView(view) {
              @Override
              public List<IndexEntry> indexValues(
                  String type, String index, Collection<String> values) {
                return values.stream()
                    .distinct()
                    .flatMap(
                        value -> sound().indexRange(type, index, value, false, 10_000).stream())
                    .distinct()
                    .toList();
              }
            });
  }
}
