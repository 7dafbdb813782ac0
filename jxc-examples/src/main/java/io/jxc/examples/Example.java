package io.jxc.examples;

import java.util.List;

/**
 * A numbered example.
 *
 * @param name its name on the command line, for example {@code E03}
 * @param title what it shows
 * @param body its main method
 */
record Example(String name, String title, Body body) {
  /** What an example does; it throws when a promise is broken. */
  @FunctionalInterface
  interface Body {
    /** Runs it with the arguments of the command line. */
    void run(String... args) throws Exception;
  }

  /** Returns all examples by number. */
  static List<Example> all() {
    return List.of(
        new Example("E01", "from nothing to a first sale, on H2", E01Quickstart::main),
        new Example("E02", "a purchase order becomes stock", E02PurchaseToStock::main),
        new Example("E03", "what is promised is reserved", E03SellAndReserve::main),
        new Example("E04", "goods come back", E04Returns::main),
        new Example("E05", "stock is corrected, the card explains it", E05AdjustStock::main),
        new Example("E06", "many commands, an outcome each", E06Bulk::main),
        new Example("E07", "the same request twice", E07Idempotency::main),
        new Example("E08", "events by cursor", E08Feed::main),
        new Example("E09", "a purchase needs approval", E09Approvals::main),
        new Example("E10", "roles, refusals and masked costs", E10RolesAndMasks::main),
        new Example("E11", "two tenants in one store", E11TwoTenants::main),
        new Example("E12", "eight sellers, not one oversold", E12ConcurrentSellers::main),
        new Example("E13", "what would this command answer", E13Preview::main),
        new Example("E14", "tampering is found and repaired, on H2", E14VerifyAndRebuild::main),
        new Example("E15", "units and barcodes", E15Units::main),
        new Example("E16", "a listener", E16Listener::main),
        new Example("E17", "a durable subscription", E17Subscription::main),
        new Example("E18", "a transaction of the host", E18HostTransaction::main),
        new Example("E19", "how it does: health and metrics", E19HealthAndMetrics::main));
  }
}
