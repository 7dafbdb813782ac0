package io.jxc.examples;

/** Runs an example by its name. */
public final class Main {
  private Main() {}

  /**
   * Runs the example that is named, or the demo shop.
   *
   * @param args the name of an example, or nothing
   */
  public static void main(String[] args) {
    System.out.println("JXC");
  }
}
