/**
 * A store in memory: exact like the others, gone with the process.
 *
 * <p>It serves tests, trials and the model against which the other stores are compared.
 *
 * <ul>
 *   <li>{@code MemoryStore} has a {@code TenantLog} for each tenant, where commits take turns:
 *       {@code Declarations} and {@code Preconditions} check a change set before {@code Tables}
 *       write it and {@code BlockLog} keeps its block.
 *   <li>Rows live in a {@code VersionedMap}: a {@code Slot} for each key, found in a {@code
 *       SlotTable}, leads to the {@code Version}s that open {@code Snapshots} may see; {@code
 *       Retired} lets go of the others.
 *   <li>A {@code KeptOrder} of rows, of keys or of a listing, is there only while it is read.
 *       Journal rows are in a {@code RowLog}, and in {@code SortedRows} where a listing of them is
 *       read.
 *   <li>{@code MemoryView} answers by {@code Reads}, {@code ListReader} and {@code Aggregation}.
 * </ul>
 */
@NullMarked
package io.jxc.store.memory;

import org.jspecify.annotations.NullMarked;
