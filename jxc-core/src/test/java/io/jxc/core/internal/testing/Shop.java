package io.jxc.core.internal.testing;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.access.DefineRole;
import io.jxc.api.access.Grant;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.tenant.NewTenant;
import io.jxc.spi.store.JxcStore;
import io.jxc.store.memory.MemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** A provisioned tenant {@code acme} with the admin {@code root}, over a store in memory. */
public final class Shop implements AutoCloseable {
  /** When every shop opens. */
  public static final Instant OPENING = Instant.parse("2026-11-22T02:00:00Z");

  /** The time, which tests move. */
  public final MovingClock clock = new MovingClock(OPENING);

  /** The instance under test. */
  public final Jxc jxc;

  private Shop(JxcStore store, UnaryOperator<Jxc.Builder> options) {
    jxc = options.apply(Jxc.builder().store(store).clock(clock)).build();
    provision("acme");
  }

  /** Opens a shop. */
  public static Shop open() {
    return open(MemoryStore.create(), options -> options);
  }

  /** Opens a shop over a store, with options. */
  public static Shop open(JxcStore store, UnaryOperator<Jxc.Builder> options) {
    return new Shop(store, options);
  }

  /** Provisions one more tenant. */
  public void provision(String tenant) {
    jxc.provision(NewTenant.of(tenant).currency("CNY").zone("Asia/Shanghai").admin("root"));
  }

  /** Speaks for the admin. */
  public JxcSession root() {
    return as("root");
  }

  /** Speaks for a user. */
  public JxcSession as(String user) {
    return jxc.as(Actor.of("acme", user));
  }

  /** Gives roles to a user and speaks for it. */
  public JxcSession hire(String user, String... roles) {
    root().access().grant(GrantRoles.to(user, roles));
    return as(user);
  }

  /** Defines a role, gives it to a user and speaks for it. */
  public JxcSession hireWith(String user, Grant... grants) {
    String role = "role-of-" + user;
    root().access().defineRole(DefineRole.of(role, role).grants(List.of(grants)).build());
    return hire(user, role);
  }

  @Override
  public void close() {
    jxc.close();
  }
}
