package io.jxc.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.audit.Anchor;
import io.jxc.api.audit.ChainFault;
import io.jxc.api.tenant.NewTenant;
import io.jxc.core.crash.Attacks.Expected;
import io.jxc.core.crash.Attacks.Kind;
import io.jxc.spi.store.JxcStore;
import io.jxc.store.jdbc.testing.TestDatabases;
import io.jxc.store.jdbc.testing.TestDatabases.Database;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed in the tables, wherever: the proof finds it and names the place. */
class TamperTest {
  private static final int PLACES = Endurance.times(20, 200);
  private static final int COMMANDS = 24;
  private static final String OTHER = "other";

  private final Random chance = Endurance.chance("TamperTest");

  @Test
  void damageInTheTablesOfH2IsFoundAndNamed(@TempDir Path folder) throws SQLException {
    try (JxcStore store = Place.h2(folder).open();
        RawTables tables =
            new RawTables(
                DriverManager.getConnection("jdbc:h2:jxc:" + folder + "/jxc", "jxc", ""))) {
      attack(store, tables);
    }
  }

  @Test
  void damageInTheTablesOfAServerIsFoundAndNamed() throws SQLException {
    try (Database database = TestDatabases.fresh();
        JxcStore store = Place.server(database.url()).open();
        RawTables tables = new RawTables(database.connect())) {
      attack(store, tables);
    }
  }

  private void attack(JxcStore store, RawTables tables) {
    Jxc jxc = Jxc.builder().store(store).build();
    Work.prepare(jxc);
    JxcSession root = Work.root(jxc);
    for (int number = 1; number <= COMMANDS; number++) {
      new Work(0, number).send(root);
    }
    jxc.provision(NewTenant.of(OTHER).currency("CNY").zone("UTC").admin("root"));
    JxcSession theirs = jxc.as(Actor.of(OTHER, "root"));
    List.of("ann", "ben").forEach(u -> theirs.access().grant(GrantRoles.to(u, "sales")));
    Anchor anchor = root.audit().anchor();
    Map<String, List<Map<String, Object>>> sound = tables.save();
    Attacks attacks = new Attacks(tables, store, chance, OTHER);
    int found = 0;
    for (Kind kind : Kind.values()) {
      for (int place = 0; place < PLACES; place++) {
        Expected expected = attacks.make(kind);
        Optional<ChainFault> fault = root.audit().verify(anchor).firstBad();
        assertThat(fault).as("%s at %s", kind, expected).isPresent();
        assertThat(fault.get()).as("%s", kind).matches(expected::isMetBy, expected.toString());
        tables.restore(sound);
        found++;
      }
    }
    assertThat(root.audit().verify(anchor).firstBad()).as("restored").isEmpty();
    assertThat(theirs.audit().verify().firstBad()).as("the other tenant").isEmpty();
    System.out.println(found + " attacks of " + Kind.values().length + " kinds, all found");
  }
}
