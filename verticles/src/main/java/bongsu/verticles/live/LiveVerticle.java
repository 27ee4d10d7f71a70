package bongsu.verticles.live;

import bongsu.verticles.Address;
import bongsu.verticles.clock.CityClock;
import bongsu.verticles.feed.NodeStats;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The node's picture of the city and the screens that look at it. Incidents go out as soon as they
 * are committed; everything else ten times a second, the latest state of what changed.
 */
public final class LiveVerticle extends VerticleBase {
  private static final long TICK_MS = 100;
  private static final long POLL_MS = 1_000;
  private static final long LOOK_MS = 5_000;
  private static final Duration SHOW_CLOSED = Duration.ofHours(24);

  private final Pool pool;
  private final CityClock clock;
  private final NodeStats stats;
  private final Picture picture;
  private final IncidentBoard incidents = new IncidentBoard();
  private final UnconfirmedBoard unconfirmed = new UnconfirmedBoard();
  private final StatusBoard status;
  private final Frames frames;
  private final Map<ServerWebSocket, Screen> screens = new HashMap<>();
  private boolean loaded;

  /** @param setting what this verticle shares with the rest of the node */
  public LiveVerticle(LiveSetting setting) {
    this.pool = setting.store().queries();
    this.clock = setting.clock();
    this.stats = setting.stats();
    this.picture = new Picture(setting.placeOf(), () -> stats.onTurnedAway(NodeStats.Limit.THINGS));
    this.status = new StatusBoard(setting, unconfirmed);
    this.frames = new Frames(setting.clock(), setting.node());
  }

  @Override
  public Future<?> start() {
    var things = vertx
        .eventBus()
        .<ThingsMoved>consumer(Address.THINGS_MOVED, m -> m.body().things().forEach(picture::on));
    var changes = vertx
        .eventBus()
        .<JsonObject>consumer(Address.INCIDENTS_CHANGED, m -> onIncidents(m.body()));
    vertx.eventBus().<JsonArray>consumer(Address.FEEDS_HEARD, m -> status.onHeard(m.body()));
    vertx.eventBus().<JsonObject>consumer(Address.CALLS_UNCONFIRMED, m -> {
      unconfirmed.on(m.body());
      tellUnconfirmed();
    });
    vertx.setPeriodic(TICK_MS, tick -> tellThings());
    vertx.setPeriodic(POLL_MS, tick -> everySecond());
    vertx.setPeriodic(LOOK_MS, tick -> status.look(pool).onFailure(unanswered -> {}));
    return Future.all(things.completion(), changes.completion())
        .onSuccess(heard -> vertx.eventBus().publish(Address.PICTURE_ASKED, ""))
        .compose(heard -> status.look(pool).otherwiseEmpty())
        .compose(done -> load(clock.now().minus(SHOW_CLOSED)));
  }

  private Future<Void> load(Instant closedAfter) {
    return IncidentLines.lastBefore(pool, closedAfter)
        .onSuccess(incidents::forgotten)
        .compose(done -> IncidentLines.shown(pool, closedAfter))
        .map(lines -> {
          lines.forEach(incidents::on);
          loaded = true;
          return null;
        });
  }

  private void everySecond() {
    incidents.forget(clock.now().minus(SHOW_CLOSED));
    String now = status.json(incidents);
    String delta = frames.delta(incidents.seq(), List.of(), List.of(), now);
    List.copyOf(screens.values()).forEach(screen -> {
      if (screen.reads(System.nanoTime()) && isToldAll(screen)) screen.send(delta);
    });
    tellUnconfirmed();
    if (loaded) catchUp();
  }

  /** At once when it changes; a screen that did not read then is told within a second of reading. */
  private void tellUnconfirmed() {
    long now = System.nanoTime();
    for (Screen screen : List.copyOf(screens.values()))
      if (screen.toldUnconfirmed() != unconfirmed.version() && screen.reads(now)) {
        screen.send(frames.unconfirmed(screen.toldSeq(), unconfirmed.entries()));
        screen.toldUnconfirmed(unconfirmed.version());
      }
  }

  /** A message's seq tells a screen that it has everything up to there. */
  private boolean isToldAll(Screen screen) {
    return screen.toldSeq() == incidents.seq();
  }

  /** What the bus lost, the store still has. */
  private Future<Void> catchUp() {
    return IncidentLines.after(pool, incidents.seq()).map(lines -> {
      tellIncidents(lines);
      return null;
    });
  }

  private void onIncidents(JsonObject changed) {
    if (!loaded) return;
    if (changed.getLong("from") > incidents.seq()) {
      catchUp();
      return;
    }
    List<IncidentBoard.Line> lines = new ArrayList<>();
    for (Object line : changed.getJsonArray("lines"))
      lines.add(IncidentLines.fromWire((JsonArray) line));
    tellIncidents(lines);
  }

  private void tellIncidents(List<IncidentBoard.Line> lines) {
    long before = incidents.seq();
    List<IncidentBoard.Line> news = lines.stream().filter(incidents::on).toList();
    if (news.isEmpty()) return;
    String delta = frames.incidents(incidents.seq(), news);
    long now = System.nanoTime();
    for (Screen screen : List.copyOf(screens.values()))
      if (screen.reads(now)) {
        screen.send(screen.toldSeq() == before ? delta : missedBy(screen));
        screen.toldSeq(incidents.seq());
      }
  }

  private String missedBy(Screen screen) {
    return frames.incidents(incidents.seq(), incidents.after(screen.toldSeq()));
  }

  private void tellThings() {
    long ended = picture.tick();
    List<Picture.Shown> changed = picture.endTick();
    long now = System.nanoTime();
    for (Screen screen : List.copyOf(screens.values()))
      if (screen.reads(now)) tell(screen, changed, ended);
  }

  private void tell(Screen screen, List<Picture.Shown> changed, long endedTick) {
    List<Picture.Shown> things = screen.untold(picture, changed, endedTick);
    List<IncidentBoard.Line> missed =
        isToldAll(screen) ? List.of() : incidents.after(screen.toldSeq());
    screen.toldAllBefore(endedTick + 1);
    if (things.isEmpty() && missed.isEmpty()) return;
    screen.send(frames.delta(incidents.seq(), missed, things, ""));
    screen.toldSeq(incidents.seq());
  }

  /** Takes a screen whose right was checked; on the socket's event loop, before it hears anything. */
  public void join(ServerWebSocket socket) {
    WatchRate rate = new WatchRate();
    socket.textMessageHandler(text -> context.runOnContext(said -> {
      if (rate.mayWatch(System.nanoTime())) onMessage(socket, text);
      else turnAway(socket);
    }));
    socket.closeHandler(gone -> context.runOnContext(left -> screens.remove(socket)));
  }

  private void turnAway(ServerWebSocket socket) {
    if (socket.isClosed()) return;
    stats.onTurnedAway(NodeStats.Limit.SCREENS);
    socket.close((short) 1008, WatchRate.WORDS);
  }

  private void onMessage(ServerWebSocket socket, String text) {
    try {
      JsonObject message = new JsonObject(text);
      Watch watch = Watch.parse(message.getJsonObject("watch", new JsonObject()));
      Screen screen = screens.get(socket);
      OptionalLong since = Watch.findSince(message);
      if (screen != null && (since.isEmpty() || screen.isBusy())) screen.watch(watch);
      else welcome(socket, watch, since.orElse(-1));
    } catch (RuntimeException e) {
      socket.close(
          (short) 1008,
          "not understood: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  /** A screen that has seen more than this node knows makes the node look first. */
  private void welcome(ServerWebSocket socket, Watch watch, long since) {
    if (since <= incidents.seq()) show(socket, watch, since);
    else catchUp().onComplete(done -> show(socket, watch, since));
  }

  private void show(ServerWebSocket socket, Watch watch, long since) {
    if (socket.isClosed()) return;
    boolean resumed = since >= 0 && since <= incidents.seq() && incidents.reaches(since);
    Screen screen = new Screen(socket, watch, incidents.seq());
    screen.toldAllBefore(picture.tick());
    List<Picture.Shown> things = picture.since(0).stream().filter(watch::wants).toList();
    List<IncidentBoard.Line> lines = incidents.after(resumed ? since : -1);
    screen.send(frames.snapshot(
        incidents.seq(), resumed, lines, things, unconfirmed.entries(), status.json(incidents)));
    screen.toldUnconfirmed(unconfirmed.version());
    screens.put(socket, screen);
  }

  @Override
  public Future<?> stop() {
    screens
        .values()
        .forEach(
            screen -> screen.close((short) 1001, "this node stops; come back with your since"));
    return Future.succeededFuture();
  }
}
