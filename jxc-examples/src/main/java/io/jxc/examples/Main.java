package io.jxc.examples;

import io.jxc.examples.replay.ReplayCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs an example by its name; without arguments the demo shop. */
@Command(
    name = "jxc-examples",
    mixinStandardHelpOptions = true,
    description = "Examples of JXC: a demo shop, and a replay of real trade.",
    subcommands = {DemoCommand.class, ReplayCommand.class})
public final class Main {
  private Main() {}

  /**
   * Runs the example that is named, or the demo shop.
   *
   * @param args the name of an example and its options, or nothing
   */
  public static void main(String[] args) {
    String[] named = args.length == 0 ? new String[] {"demo"} : args;
    System.exit(new CommandLine(new Main()).execute(named));
  }
}
