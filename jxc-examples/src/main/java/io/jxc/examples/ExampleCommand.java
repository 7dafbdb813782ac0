package io.jxc.examples;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs one numbered example. */
@Command(mixinStandardHelpOptions = true)
final class ExampleCommand implements Callable<Integer> {
  private final Example example;

  @Parameters(arity = "0..*", description = "handed to the example")
  private List<String> arguments = List.of();

  ExampleCommand(Example example) {
    this.example = example;
  }

  @Override
  public Integer call() throws Exception {
    example.body().run(arguments.toArray(String[]::new));
    return 0;
  }
}
