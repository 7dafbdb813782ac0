package io.jxc.core.internal.inventory;

import io.jxc.api.tenant.NegativeStock;
import java.util.Optional;

/**
 * A warehouse.
 *
 * @param code its code
 * @param name its name for people
 * @param active whether goods may move in and out
 * @param negativeStock what happens when more is issued than is on hand; absent = as the tenant
 */
public record WarehouseDocument(
    String code, String name, boolean active, Optional<NegativeStock> negativeStock) {}
