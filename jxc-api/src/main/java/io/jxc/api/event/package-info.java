/**
 * What has happened, as records: tenant, actor, sequence and time, and the fields of the fact.
 *
 * <p>An event is written in the same commit as the change it tells of. A listener that does not
 * know a new kind of event can leave it alone.
 */
@NullMarked
package io.jxc.api.event;

import org.jspecify.annotations.NullMarked;
