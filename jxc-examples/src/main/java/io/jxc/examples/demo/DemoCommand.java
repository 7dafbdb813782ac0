package io.jxc.examples.demo;

import io.jxc.Jxc;
import io.jxc.api.Cursor;
import io.jxc.examples.TemporaryFolder;
import io.jxc.store.jdbc.JdbcStore;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets a small shop live one trading day on an embedded database, and prints it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "A shop lives one trading day on an embedded database; nothing is left behind.")
public final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (TemporaryFolder folder = TemporaryFolder.create();
        Jxc jxc = Jxc.builder().store(JdbcStore.h2(folder.path()).build()).build()) {
      Staff staff = Opening.furnish(jxc);
      Cursor opened = staff.root().feed().tail();
      Diary diary = new Diary();
      new TradingDay(staff, diary).live();
      new DayReport(staff, out).print(diary, opened);
    }
    out.flush();
    return 0;
  }
}
