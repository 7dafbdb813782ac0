package io.jxc.core.internal.command;

import io.jxc.core.internal.access.RightsMemo;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What a batch is decided under, besides the rows.
 *
 * @param now time of all its decisions, in micros
 * @param ids gives new ids
 * @param rights finds what actors may do
 * @param helpers write what has been decided
 */
record Circumstances(Instant now, Supplier<String> ids, RightsMemo rights, Helpers helpers) {}
