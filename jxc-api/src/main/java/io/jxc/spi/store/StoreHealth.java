package io.jxc.spi.store;

/**
 * How a store is.
 *
 * @param up whether it answers
 * @param durability what an acknowledged commit survives
 * @param schemaVersion number of the last migration; 0 for stores without a schema
 * @param detail one line for people: product and version, or why it is down
 */
public record StoreHealth(boolean up, Durability durability, int schemaVersion, String detail) {}
