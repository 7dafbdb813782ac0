package shop;

import io.jxc.api.inventory.ReceiveGoods;
import java.io.File;
import java.util.Arrays;
import java.util.List;

/** Compiles against jxc-api, which brings nothing along. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    ReceiveGoods goods = ReceiveGoods.into("MAIN").line("TEA-01", "10", "6.00").build();
    System.out.println("runs on " + jars() + ": " + goods.warehouse());
    require(jars().stream().allMatch(jar -> jar.startsWith("jxc-api-")), "more than jxc-api");
  }

  /** The names of the jars this program runs on. */
  private static List<String> jars() {
    String path = System.getProperty("java.class.path");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(entry -> new File(entry).getName())
        .filter(name -> name.endsWith(".jar") && !name.startsWith("consumer-"))
        .sorted()
        .toList();
  }

  private static void require(boolean condition, String broken) {
    if (!condition) {
      throw new IllegalStateException(broken);
    }
  }
}
