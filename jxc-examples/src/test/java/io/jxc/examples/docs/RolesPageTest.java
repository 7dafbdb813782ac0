package io.jxc.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.access.Grant;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of roles shows what the built-in roles grant, cell by cell. */
class RolesPageTest {
  private static final Path PAGE =
      Path.of("").toAbsolutePath().getParent().resolve("docs/roles.md");

  @Test
  void theTableIsWhatTheRolesGrant() throws IOException {
    List<String> table =
        Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("|")).toList();

    assertThat(table).containsExactlyElementsOf(expected());
  }

  @Test
  void everyRoleIsNamedInBothLanguages() throws IOException {
    String page = Files.readString(PAGE);
    for (String role : BuiltInRoles.codes()) {
      for (String name : BuiltInRoles.name(role).split(" ")) {
        assertThat(page).as(role).contains(name);
      }
    }
  }

  private static List<String> expected() {
    List<String> lines = new ArrayList<>();
    lines.add("| permission | " + String.join(" | ", BuiltInRoles.codes()) + " |");
    lines.add("|---".repeat(BuiltInRoles.codes().size() + 1) + "|");
    for (String permission : Permissions.all()) {
      StringBuilder line = new StringBuilder("| `" + permission + "` |");
      for (String role : BuiltInRoles.codes()) {
        line.append(' ').append(cell(role, permission)).append(" |");
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static String cell(String role, String permission) {
    return BuiltInRoles.grants(role).stream()
        .filter(grant -> grant.permission().equals(permission))
        .map(Grant::scope)
        .map(scope -> scope == Scope.ALL ? "●" : "own")
        .findFirst()
        .orElse("–");
  }
}
