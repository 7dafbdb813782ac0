package io.jxc.core.internal.sim;

import io.jxc.api.Outcome;
import io.jxc.api.TenantId;
import io.jxc.api.error.JxcException;
import io.jxc.spi.store.JxcStore;
import io.jxc.store.memory.MemoryStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One simulated world: nodes over one store, clients, three tenants. One thing happens at a time,
 * on the thread that steps it; what one node does while another is in the middle of something runs
 * nested, inside a call of that node's store. Only who calls a node that is in the middle of a call
 * has a thread of its own, a {@link Caller}.
 */
final class World {
  private static final int DEEPEST = 2;

  final long seed;
  final Plan plan;
  final SimTime time;
  final JxcStore store;
  final Weather weather = new Weather(this);
  final Coverage coverage = new Coverage();
  final Deliveries deliveries = new Deliveries(this);
  final Hearings hearings = new Hearings(this);
  final Answers answers = new Answers();
  final List<House> houses = List.of(new House("acme"), new House("beta"), new House("gamma"));

  /** What happened, where somebody wants to know. */
  final List<String> trace = new ArrayList<>();

  private final boolean tracing;
  private final Commands commands = new Commands(houses, answers);
  final Crowd crowd = new Crowd(this, commands);
  private final List<SimNode> nodes = new ArrayList<>();

  /** What is under way on each thread, innermost first. */
  private final ThreadLocal<Deque<Moment>> moments = ThreadLocal.withInitial(ArrayDeque::new);

  private @Nullable SimNode inspector;
  private long ids;
  private @Nullable Violation violation;

  World(long seed, boolean tracing) {
    this.seed = seed;
    this.tracing = tracing;
    this.plan = Plan.of(seed);
    this.time = new SimTime(plan.start());
    this.store = MemoryStore.builder().clock(time.exact()).build();
    for (int number = 0; number < plan.nodes(); number++) {
      nodes.add(new SimNode(this, number, 0));
    }
  }

  static <T> T required(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("nothing there");
    }
    return value;
  }

  /** Ids as UUIDs of version 7 grow, in the order they are drawn. */
  UUID nextId() {
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + ++ids);
  }

  /** How many ids were drawn. */
  long ids() {
    return ids;
  }

  /** Tells which of the ids that were drawn one is. */
  static long number(UUID id) {
    return id.getLeastSignificantBits() - 0x8000_0000_0000_0000L;
  }

  Moment moment() {
    return required(moments.get().peek());
  }

  /** Tells whether nothing more may happen in the middle of what is under way. */
  boolean tooDeep() {
    return moments.get().size() > DEEPEST;
  }

  Draw draw() {
    return moment().draw;
  }

  Kind kind() {
    return moment().kind;
  }

  void trace(Supplier<String> line) {
    if (tracing) {
      trace.add("  ".repeat(Math.max(0, moments.get().size() - 1)) + line.get());
    }
  }

  /** A node of the simulator's own, which nothing happens to, for looking at the state. */
  SimNode inspector() {
    SimNode own = inspector == null ? new SimNode(this, nodes.size(), 0) : inspector;
    inspector = own;
    return own;
  }

  SimNode anyNode() {
    return nodes.get(0);
  }

  /** Does something that is no step of a client, with a draw of its own. */
  void aside(long number, Runnable work) {
    Deque<Moment> mine = moments.get();
    mine.push(new Moment(Draw.ofStep(seed, number), number));
    try {
      work.run();
    } finally {
      mine.pop();
    }
  }

  /** Lets a client, or a subscription, make a step. */
  void step(long number) {
    aside(
        number,
        () -> {
          Draw draw = draw();
          boolean long_ = draw.chance(0.02);
          time.pass(
              long_
                  ? Duration.ofMinutes(draw.between(1, 180))
                  : Duration.ofMillis(draw.between(1, 1_500)));
          weather.settle();
          act(draw.one(houses));
        });
  }

  /** Does what may leave a log behind that is as long as what is under way would have left. */
  private void alike(House house, Kind kind) {
    send(free(draw().below(plan.nodes())).orElseThrow(), commands.of(Set.of(kind), house, draw()));
  }

  private void act(House house) {
    Draw draw = draw();
    SimNode node = free(draw.below(plan.clients())).orElseThrow();
    if (draw.chance(0.12)) {
      serve(node, draw.one(Deliveries.SUBSCRIPTIONS).name(), house.tenant);
    } else if (draw.chance(0.05)) {
      listen(node, house.tenant);
    } else {
      Call call = draw.chance(0.06) ? commands.several(house, draw) : commands.next(house, draw);
      send(node, call);
    }
  }

  /** The node a client is connected to, or another one where that is busy. */
  private Optional<SimNode> free(int client) {
    for (int i = 0; i < nodes.size(); i++) {
      SimNode node = nodes.get((client + i) % nodes.size());
      if (!node.busy) {
        return Optional.of(node);
      }
    }
    return Optional.empty();
  }

  /** Lets another node do something now, likely in the same tenant; false where none is free. */
  boolean intrude(TenantId tenant) {
    Moment outer = moment();
    if (tooDeep() || free(0).isEmpty()) {
      return false;
    }
    aside(
        outer.next(),
        () -> {
          boolean same = draw().chance(0.8);
          if (same && outer.isBuiltOn() && draw().chance(0.5)) {
            alike(house(tenant), outer.kind);
            return;
          }
          act(same ? house(tenant) : draw().one(houses));
        });
    return true;
  }

  private House house(TenantId tenant) {
    return houses.stream().filter(h -> h.tenant.equals(tenant)).findFirst().orElseThrow();
  }

  /** Lets other clients call the same node now. */
  void gather(SimNode node, TenantId tenant) {
    crowd.gather(node, house(tenant));
  }

  /** Lets another node serve a subscription now. */
  void serveElsewhere(String subscription, TenantId tenant) {
    Moment outer = moment();
    if (!tooDeep() && free(0).isPresent()) {
      aside(
          outer.next(),
          () -> serve(free(draw().below(plan.nodes())).orElseThrow(), subscription, tenant));
    }
  }

  private void serve(SimNode node, String subscription, TenantId tenant) {
    trace(() -> node + " serves " + subscription + " of " + tenant);
    deliver(Kind.SERVE, node, () -> node.subscription(subscription).serve(tenant));
  }

  private void listen(SimNode node, TenantId tenant) {
    trace(() -> node + " listens to " + tenant);
    deliver(Kind.LISTEN, node, () -> node.listen(tenant));
  }

  private void deliver(Kind kind, SimNode node, BooleanSupplier step) {
    moment().kind = kind;
    coverage.sent(kind);
    weather.beforeStep(node);
    on(
        node,
        () -> {
          try {
            boolean idle = step.getAsBoolean();
            coverage.done(kind);
            trace(() -> "  idle: " + idle);
          } catch (JxcException e) {
            trace(() -> "  → " + e);
          }
        });
  }

  /** Sends a command to a node and holds its answer against the model. */
  void send(SimNode node, Call call) {
    settle(ask(node, call));
  }

  /**
   * Makes a call on a thread of its own, in the middle of another one on the same node.
   *
   * @param outer what is under way there
   * @param crowded whether nobody else comes while it is
   */
  Reply besides(Deque<Moment> outer, Caller self, SimNode node, Call call, boolean crowded) {
    Moment around = required(outer.peek());
    moments.set(new ArrayDeque<>(outer));
    Reply[] reply = new Reply[1];
    aside(
        around.next(),
        () -> {
          moment().caller = self;
          moment().crowded = crowded;
          reply[0] = ask(node, call);
        });
    return reply[0];
  }

  private Reply ask(SimNode node, Call call) {
    Moment here = moment();
    here.kind = call.kind();
    trace(() -> here.step + " " + node + " " + call);
    List<Call> parts = Call.parts(call);
    parts.forEach(part -> coverage.sent(call.kind()));
    weather.beforeStep(node);
    if (call.kind() == Kind.BULK_REPLAY || (here.caller != null && call.kind().repeats())) {
      // what it repeats may be under way, too
      parts.forEach(answers::mayBeDone);
    }
    here.call = call;
    Reply reply = new Reply(here, call, store.head(call.actor().tenant()).sequence());
    reply.alive =
        on(
            node,
            () -> {
              try {
                reply.result = call.send().apply(node.as(call.actor()));
              } catch (JxcException e) {
                reply.thrown = e;
              } finally {
                Crowd.end(here.others);
              }
            });
    return reply;
  }

  /** Holds an answer against the model, and then those of the callers who came after it. */
  private void settle(Reply reply) {
    Call call = reply.call;
    JxcException thrown = reply.thrown;
    Object result = reply.result;
    if (!reply.alive) {
      Call.parts(call).forEach(answers::mayBeDone);
    } else if (thrown != null) {
      trace(() -> "  → " + thrown);
      Call.parts(call).forEach(part -> threw(reply, part, thrown));
    } else {
      take(reply, required(result));
    }
    reply.moment.others.forEach(other -> settle(other.join()));
  }

  private void threw(Reply reply, Call part, JxcException thrown) {
    List<Long> heard = reply.moment.heard;
    int index = Call.parts(reply.call).indexOf(part);
    if (heard.isEmpty() || heard.get(index) == answers.heard(part)) {
      answers.threw(part, thrown);
    }
    // else it comes late: others who asked for the same know better
  }

  private void take(Reply reply, Object answer) {
    Call call = reply.call;
    long before = reply.before;
    trace(() -> "  → " + answer);
    long now = store.head(call.actor().tenant()).sequence();
    if (!(call.command() instanceof Several several)) {
      coverage.done(call.kind());
      answers.returned(call, answer, before, now);
      return;
    }
    List<?> outcomes = (List<?>) answer;
    Violation.unless(
        outcomes.size() == several.parts().size(), "%s: %d outcomes", call, outcomes.size());
    for (int i = 0; i < outcomes.size(); i++) {
      Call part = several.parts().get(i);
      Outcome<?> outcome = (Outcome<?>) outcomes.get(i);
      if (outcome.error().isPresent()) {
        threw(reply, part, outcome.error().get());
      } else {
        coverage.done(call.kind());
        answers.returned(part, outcome.orThrow(), before, now);
      }
    }
  }

  /** Runs something on a node; false when the node died of it. */
  private boolean on(SimNode node, Runnable work) {
    boolean before = node.busy;
    node.busy = true;
    try {
      work.run();
      return true;
    } catch (Crash crash) {
      trace(() -> "  " + node + " died");
      return false;
    } catch (Violation e) {
      violation = violation == null ? e : violation;
      throw e;
    } catch (JxcException e) {
      throw e;
    } catch (RuntimeException e) {
      violation = new Violation("an answer that is no typed error", e);
      throw violation;
    } finally {
      node.busy = before;
    }
  }

  /** A violation ends the world even where the library makes something else of it. */
  void requireSound() {
    if (violation != null) {
      throw violation;
    }
  }

  /** What is under way on this thread. */
  Deque<Moment> underWay() {
    return moments.get();
  }

  /** Kills a node; another one takes its place. */
  Crash crash(SimNode node) {
    node.dead = true;
    nodes.set(node.number, node.successor());
    return new Crash();
  }

  /** Stops all nodes one by one and starts new ones, which know nothing. */
  void restart() {
    for (SimNode node : Set.copyOf(nodes)) {
      nodes.set(node.number, node.successor());
    }
  }

  List<SimNode> nodes() {
    return nodes;
  }
}
