package io.jxc.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionedMapTest {
  private final VersionedMap<String, String> map = new VersionedMap<>(Comparator.naturalOrder());
  private final Retired retired = new Retired();

  @Test
  void keys_come_in_order_whenever_they_were_put() {
    map.put("b", "b1", 1, retired);
    map.put("a", "a1", 2, retired);
    assertThat(at(2)).containsExactly("a1", "b1");
    map.put("c", "c1", 3, retired);
    map.put("aa", "aa1", 4, retired);
    map.put("b", "b2", 5, retired);
    assertThat(at(5)).containsExactly("a1", "aa1", "b2", "c1");
    assertThat(at(2)).containsExactly("a1", "b1");
  }

  @Test
  void a_key_that_was_forgotten_and_has_come_back_has_its_place() {
    map.put("a", "old", 1, retired);
    map.delete("a", 2, retired);
    retired.release(2, 10);
    assertThat(map.size()).isZero();
    map.put("a", "new", 3, retired);
    map.put("b", "b", 4, retired);

    assertThat(at(4)).containsExactly("new", "b");
    assertThat(map.at("a", 4)).isEqualTo("new");
  }

  @Test
  void a_key_that_was_forgotten_is_gone() {
    map.put("a", "old", 1, retired);
    map.put("b", "b", 2, retired);
    map.delete("a", 3, retired);
    retired.release(3, 10);

    assertThat(at(3)).containsExactly("b");
    assertThat(map.size()).isEqualTo(1);
  }

  private List<String> at(long snapshot) {
    List<String> values = new ArrayList<>();
    map.all(snapshot).forEachRemaining(values::add);
    return values;
  }
}
