package io.jxc.examples;

import io.jxc.examples.bench.BenchCommand;
import io.jxc.examples.bench.NodeCommand;
import io.jxc.examples.demo.DemoCommand;
import io.jxc.examples.replay.ReplayCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs an example by its name; without arguments the demo shop. */
@Command(
    name = "jxc-examples",
    mixinStandardHelpOptions = true,
    description =
        "Examples of JXC: a demo shop, a replay of real trade, a bench, and one idea each.",
    subcommands = {DemoCommand.class, ReplayCommand.class, BenchCommand.class, NodeCommand.class})
public final class Main {
  private Main() {}

  /**
   * Runs the example that is named, or the demo shop.
   *
   * @param args the name of an example and its options, or nothing
   */
  public static void main(String[] args) {
    String[] named = args.length == 0 ? new String[] {"demo"} : args;
    System.exit(commands().execute(named));
  }

  /** Returns all that can be named. */
  static CommandLine commands() {
    CommandLine commands = new CommandLine(new Main());
    for (Example example : Example.all()) {
      CommandLine command = new CommandLine(new ExampleCommand(example));
      command.getCommandSpec().usageMessage().description(example.title());
      commands.addSubcommand(example.name(), command);
    }
    return commands;
  }
}
