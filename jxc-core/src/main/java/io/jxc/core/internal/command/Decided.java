package io.jxc.core.internal.command;

import io.jxc.spi.store.ChangeSet;
import java.util.Optional;

/**
 * A batch that is decided.
 *
 * @param batch it
 * @param working the rows it was decided on, and what became of them
 * @param base where they were read
 * @param fresh whether a snapshot has just shown that the head is there
 * @param changes what would be written
 * @param refused counted refusals that are among it
 */
record Decided(
    Batch batch,
    WorkingSet working,
    Base base,
    boolean fresh,
    ChangeSet changes,
    Optional<RefusalCounter.Due> refused) {}
