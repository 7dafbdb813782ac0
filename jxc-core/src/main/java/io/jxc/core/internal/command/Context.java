package io.jxc.core.internal.command;

import io.jxc.api.Actor;
import io.jxc.api.event.EventHeader;
import io.jxc.core.internal.access.Rights;
import io.jxc.core.internal.tenant.TenantDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a rule knows besides the view: who asks, with which rights, when, under which settings. Ids
 * are drawn once per command and stay the same when it is decided again.
 */
public final class Context {
  private final Actor actor;
  private final Rights rights;
  private final Instant now;
  private final TenantDocument settings;
  private final List<String> drawn;
  private final Supplier<String> source;
  private int used;

  /**
   * Creates the context of one decision.
   *
   * @param drawn ids this command has drawn in earlier decisions; extended as needed
   * @param source gives new ids
   */
  public Context(
      Actor actor,
      Rights rights,
      Instant now,
      TenantDocument settings,
      List<String> drawn,
      Supplier<String> source) {
    this.actor = actor;
    this.rights = rights;
    this.now = now;
    this.settings = settings;
    this.drawn = drawn;
    this.source = source;
  }

  /** Returns who asks. */
  public Actor actor() {
    return actor;
  }

  /** Returns the code of the user who asks. */
  public String user() {
    return actor.user();
  }

  /** Returns what the actor may do. */
  public Rights rights() {
    return rights;
  }

  /** Returns the time of the decision, in micros, never before the last block's. */
  public Instant now() {
    return now;
  }

  /** Returns today's date in the tenant's time zone. */
  public LocalDate today() {
    return now.atZone(settings.zoneId()).toLocalDate();
  }

  /** Returns the tenant's settings. */
  public TenantDocument settings() {
    return settings;
  }

  /** Draws an id: a UUID of version 7. */
  public String newId() {
    if (used == drawn.size()) {
      drawn.add(source.get());
    }
    return drawn.get(used++);
  }

  /** Returns the header for an event; its sequence and block time are given by the commit. */
  public EventHeader header() {
    return new EventHeader(actor.tenant(), actor.user(), 0, now);
  }
}
