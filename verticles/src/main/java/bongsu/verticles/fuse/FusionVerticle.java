package bongsu.verticles.fuse;

import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.IncidentJson;
import bongsu.core.wire.RejectedException;
import bongsu.rules.fuse.FusionInput;
import bongsu.rules.fuse.FusionInputJson;
import bongsu.rules.fuse.Outcome;
import bongsu.rules.owner.CityItem;
import bongsu.rules.owner.CityTurn;
import bongsu.rules.owner.CityWork;
import bongsu.rules.owner.RowKey;
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
import java.util.HashMap;
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
  private final CityInbox inbox;
  private final CityWork work;
  private final ArrayDeque<Message<String>> commands = new ArrayDeque<>();
  private final ArrayDeque<FusionInput> waiting = new ArrayDeque<>();
  private long toldSeq;
  private boolean busy;
  private boolean again;
  private boolean over;

  public FusionVerticle(Lease lease, FusionSetting setting, Resignation resignation) {
    this.lease = lease;
    this.setting = setting;
    this.resignation = resignation;
    this.log = new FusionLog(setting.store().city(), lease);
    this.quarantine = new Quarantine(setting.store().city(), lease);
    this.inbox = new CityInbox(setting.store().city());
    this.work = new CityWork(setting.newFusion(), setting.newJudge(), setting.placeOf());
  }

  @Override
  public Future<?> start() {
    return Future.all(
            log.load(setting.owners().shards()),
            log.remembered(setting.settings().closedStays()),
            quarantine.listGivenUp())
        .compose(read -> {
          rebuild(read.resultAt(0), read.resultAt(1), read.resultAt(2));
          return open();
        });
  }

  private void rebuild(CityWork.Start start, List<IncidentChange> changes, Set<RowKey> givenUp) {
    work.rebuild(start, changes, givenUp);
    remember(start.state());
    toldSeq = start.lastSeq();
    LOG.info(
        "fusion rebuilt from {} changes, at input {} and change {}",
        changes.size(),
        start.inputNo(),
        toldSeq);
  }

  /** A memory that cannot be read must not end fusion for ever: the city's rules begin anew. */
  private void remember(String state) {
    try {
      work.remember(state);
    } catch (RuntimeException e) {
      LOG.error("the city rules' memory cannot be read, they begin anew: {}", state, e);
      work.judgeAnew(setting.newJudge());
    }
  }

  private Future<Void> open() {
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
    vertx.executeBlocking(setting::newJudge).onSuccess(work::goOnWith);
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
    inbox.next(work.cursors()).compose(this::take).onComplete(done -> {
      busy = false;
      if (done.failed()) onDoubt(done.cause());
      else if (again || done.result()) go();
    });
  }

  /** Takes what was read and what operators want; answers whether there may be more. */
  private Future<Boolean> take(List<CityItem> read) {
    CityTurn turn = work.begin();
    for (CityItem item : read) {
      try {
        turn.on(item, cityNow());
      } catch (RuntimeException e) {
        return quarantine
            .onFailed(item.key(), "(fusion)", e)
            .compose(noted -> Future.failedFuture(e));
      }
    }
    while (!waiting.isEmpty()) turn.on(waiting.poll(), cityNow());
    Map<Message<String>, Outcome> answers = new HashMap<>();
    for (int i = 0; i < MOST_AT_ONCE && !commands.isEmpty(); i++)
      onCommand(commands.poll(), turn, answers);
    // What a rule could not bear is committed as read, though nothing came of it.
    if (turn.isEmpty() && !turn.failed().isEmpty()) turn.on(new FusionInput.Tick(), cityNow());
    if (turn.isEmpty()) return Future.succeededFuture(false);
    return log.commit(turn, work.cursors(), work.judgeState()).compose(done -> {
      tell(turn, answers);
      return leaveOut(turn.failed());
    });
  }

  /** After the commit: a row that was given up before would be passed over by all rules. */
  private Future<Boolean> leaveOut(List<CityTurn.Failed> failed) {
    Future<Void> noted = Future.succeededFuture();
    for (CityTurn.Failed each : failed)
      noted = noted.compose(done -> quarantine.giveUp(each.row(), "(fusion)", each.why()));
    return noted.map(true);
  }

  private void onCommand(
      Message<String> message, CityTurn turn, Map<Message<String>, Outcome> answers) {
    FusionInput command;
    try {
      command = FusionInputJson.read(message.body());
    } catch (IllegalArgumentException | RejectedException e) {
      message.reply(Replies.problem(400, "Not understood", String.valueOf(e.getMessage())));
      return;
    }
    try {
      answers.put(message, turn.on(command, cityNow()));
    } catch (RuntimeException e) {
      message.reply(Replies.problem(500, "A fault of ours", "nothing was changed by it"));
      throw e;
    }
  }

  private Instant cityNow() {
    return setting.clock().now();
  }

  private void tell(CityTurn turn, Map<Message<String>, Outcome> answers) {
    if (!turn.changes().isEmpty()) publish(turn);
    answers.forEach((message, outcome) -> message.reply(Replies.of(outcome, work.fusion())));
  }

  private void publish(CityTurn turn) {
    JsonArray lines = new JsonArray();
    for (Incident i : turn.touched())
      lines.add(IncidentLines.toWire(
          i.id(), i.seq(), i.openedAt(), i.findClosedAt().orElse(null), IncidentJson.summary(i)));
    vertx
        .eventBus()
        .publish(
            Address.INCIDENTS_CHANGED, new JsonObject().put("from", toldSeq).put("lines", lines));
    toldSeq = turn.changes().get(turn.changes().size() - 1).seq();
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
