package io.jxc.api.inventory;

import io.jxc.api.tenant.NegativeStock;
import java.util.Optional;

/**
 * A warehouse or store.
 *
 * @param code its code
 * @param name its name for people
 * @param active whether goods may move in and out
 * @param negativeStock what happens when more is issued than is on hand; absent = as the tenant
 * @param version its version
 */
public record Warehouse(
    String code,
    String name,
    boolean active,
    Optional<NegativeStock> negativeStock,
    long version) {}
