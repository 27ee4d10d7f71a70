package bongsu.verticles.fuse;

import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.IncidentJson;
import bongsu.core.wire.RejectedException;
import bongsu.rules.fuse.Fusion;
import bongsu.rules.fuse.FusionInput;
import bongsu.rules.fuse.FusionInputJson;
import bongsu.rules.fuse.Outcome;
import bongsu.rules.judge.CityJudge;
import bongsu.verticles.Address;
import bongsu.verticles.cluster.Lease;
import bongsu.verticles.cluster.LeaseKeeper.Resignation;
import bongsu.verticles.live.IncidentLines;
import bongsu.verticles.store.Quarantine;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sole writer of the city's incidents. Reads what waits, numbers it, lets fusion decide, commits
 * inputs and changes together, then tells the screens and answers the operators. Any doubt about a
 * write, and any input it cannot bear, ends it; the next owner rebuilds from the log.
 */
@SuppressWarnings("NullAway.Init") // start() makes what needs the event loop
public final class FusionVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(FusionVerticle.class);
  private static final long POLL_MS = 250;
  private static final long TICK_MS = 30_000;
  private static final int MOST_AT_ONCE = 1_000;

  private final Lease lease;
  private final FusionSetting setting;
  private final Resignation resignation;
  private final FusionLog log;
  private final Quarantine quarantine;
  private final Fusion fusion;
  private final ArrayDeque<Message<String>> commands = new ArrayDeque<>();
  private final ArrayDeque<FusionInput> waiting = new ArrayDeque<>();
  private CityJudge judge;
  private Cursors cursors;
  private CityInbox inbox;
  private long inputNo;
  private long toldSeq;
  private Instant lastAt = Instant.MIN;
  private boolean busy;
  private boolean again;
  private boolean over;

  public FusionVerticle(Lease lease, FusionSetting setting, Resignation resignation) {
    this.lease = lease;
    this.setting = setting;
    this.resignation = resignation;
    this.log = new FusionLog(setting.store().city(), lease);
    this.quarantine = new Quarantine(setting.store().city(), lease);
    this.fusion = setting.newFusion();
    this.judge = setting.newJudge();
  }

  @Override
  public Future<?> start() {
    Instant remembered = setting.clock().now().minus(setting.settings().closedStays());
    return log.load(setting.owners().shards())
        .compose(start -> log.remembered(remembered).map(changes -> rebuild(start, changes)))
        .compose(done -> quarantine.listGivenUp())
        .compose(this::open);
  }

  private @org.jspecify.annotations.Nullable Void rebuild(
      FusionLog.Start start, List<IncidentChange> changes) {
    changes.forEach(fusion::apply);
    fusion.resumeAt(start.lastSeq());
    fusion.idsGiven(start.ids());
    if (!start.state().isEmpty()) restore(start.state());
    inputNo = start.inputNo();
    toldSeq = start.lastSeq();
    cursors = start.cursors();
    LOG.info(
        "fusion rebuilt from {} changes, at input {} and change {}",
        changes.size(),
        inputNo,
        toldSeq);
    return null;
  }

  /** A memory that cannot be read must not end fusion for ever: the city's rules begin anew. */
  private void restore(String state) {
    try {
      judge.restore(state);
    } catch (RuntimeException e) {
      LOG.error("the city rules' memory cannot be read, they begin anew: {}", state, e);
      judge = setting.newJudge();
    }
  }

  private Future<Void> open(Set<Quarantine.Input> givenUp) {
    inbox = new CityInbox(setting.store().city(), cursors, givenUp, setting.placeOf());
    vertx.eventBus().localConsumer(Address.ASSETS_CHANGED, changed -> onAssets());
    vertx.eventBus().consumer(Address.CITY_HINTED, hint -> go());
    vertx.setPeriodic(POLL_MS, poll -> go());
    vertx.setPeriodic(TICK_MS, tick -> waiting.add(new FusionInput.Tick()));
    go();
    return vertx
        .eventBus()
        .<String>consumer(Address.city(lease.epoch()), this::onCommand)
        .completion();
  }

  /** The city's rules see new assets, and remember what they saw before. */
  private void onAssets() {
    vertx.executeBlocking(setting::newJudge).onSuccess(other -> {
      other.restore(judge.checkpoint());
      judge = other;
    });
  }

  private void onCommand(Message<String> command) {
    commands.add(command);
    go();
  }

  private void go() {
    again = true;
    if (busy || over) return;
    busy = true;
    again = false;
    inbox.next().compose(this::take).onComplete(done -> {
      busy = false;
      if (done.failed()) onDoubt(done.cause());
      else if (again || done.result()) go();
    });
  }

  /** Takes what was read and what operators want; answers whether there may be more. */
  private Future<Boolean> take(List<CityInbox.Item> read) {
    Turn turn = new Turn();
    for (CityInbox.Item item : read) {
      try {
        inbox.open(item, judge).forEach(turn::on);
      } catch (RuntimeException e) {
        return quarantine
            .onFailed(item.input(), "(fusion)", e)
            .compose(noted -> Future.failedFuture(e));
      }
    }
    while (!waiting.isEmpty()) turn.on(waiting.poll());
    for (int i = 0; i < MOST_AT_ONCE && !commands.isEmpty(); i++) turn.onCommand(commands.poll());
    if (turn.inputs.isEmpty()) return Future.succeededFuture(false);
    return log.commit(turn.inputs, turn.changes, turn.touched.values(), cursors, judge.checkpoint())
        .map(done -> {
          tell(turn);
          return true;
        });
  }

  /** One commit's worth of inputs and what they caused. */
  private final class Turn {
    private final List<FusionLog.Numbered> inputs = new ArrayList<>();
    private final List<IncidentChange> changes = new ArrayList<>();
    private final Map<String, Incident> touched = new LinkedHashMap<>();
    private final Map<Message<String>, Outcome> answers = new HashMap<>();

    private Outcome on(FusionInput input) {
      FusionLog.Numbered numbered = new FusionLog.Numbered(++inputNo, cityNow(), input);
      Outcome outcome = fusion.on(numbered.no(), numbered.at(), input);
      inputs.add(numbered);
      changes.addAll(outcome.changes());
      for (IncidentChange change : outcome.changes())
        touched.put(change.incidentId(), fusion.find(change.incidentId()).orElseThrow());
      return outcome;
    }

    private void onCommand(Message<String> message) {
      FusionInput command;
      try {
        command = FusionInputJson.read(message.body());
      } catch (IllegalArgumentException | RejectedException e) {
        message.reply(Replies.problem(400, "Not understood", String.valueOf(e.getMessage())));
        return;
      }
      try {
        answers.put(message, on(command));
      } catch (RuntimeException e) {
        message.reply(Replies.problem(500, "A fault of ours", "nothing was changed by it"));
        throw e;
      }
    }
  }

  /** Never before an earlier input's, whatever happens to the machine's clock. */
  private Instant cityNow() {
    Instant now = setting.clock().now();
    if (now.isAfter(lastAt)) lastAt = now;
    return lastAt;
  }

  private void tell(Turn turn) {
    if (!turn.changes.isEmpty()) publish(turn);
    turn.answers.forEach((message, outcome) -> message.reply(Replies.of(outcome, fusion)));
  }

  private void publish(Turn turn) {
    JsonArray lines = new JsonArray();
    for (Incident i : turn.touched.values())
      lines.add(IncidentLines.toWire(
          i.id(), i.seq(), i.openedAt(), i.findClosedAt().orElse(null), IncidentJson.summary(i)));
    vertx
        .eventBus()
        .publish(
            Address.INCIDENTS_CHANGED, new JsonObject().put("from", toldSeq).put("lines", lines));
    toldSeq = turn.changes.get(turn.changes.size() - 1).seq();
  }

  private void onDoubt(Throwable why) {
    if (over) return;
    over = true;
    LOG.warn("fusion stops: {}", why.toString(), why);
    resignation.resign(why.toString());
  }

  @Override
  public Future<?> stop() {
    over = true;
    commands.forEach(command -> command.fail(503, "the city's owner changes"));
    return Future.succeededFuture();
  }
}
