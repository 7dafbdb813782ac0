package io.jxc.examples.replay;

import picocli.CommandLine;

/** The replay in a JVM of its own, which tells of its progress so that it can be killed in it. */
final class WatchedReplay {
  static final String TRADED = "traded ";

  private WatchedReplay() {}

  public static void main(String[] arguments) {
    ReplayCommand command =
        new ReplayCommand(
            lines -> {
              System.out.println(TRADED + lines);
              System.out.flush();
            });
    System.exit(new CommandLine(command).execute(arguments));
  }
}
