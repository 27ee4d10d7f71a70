package bongsu.ops.sim;

import bongsu.core.event.CityEvent;
import bongsu.core.event.Lane;
import bongsu.ops.launch.CityTime;
import bongsu.ops.launch.SimulatorSettings;
import bongsu.ops.sim.model.CallBook;
import bongsu.ops.sim.model.City;
import bongsu.ops.sim.model.Feeds;
import bongsu.ops.sim.model.World;
import bongsu.ops.sim.scenario.Scenario;
import bongsu.verticles.clock.CityClock;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.mqtt.MqttClientOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves a simulated city along the city clock and sends what happens.
 *
 * <p>The city always begins when the run began, so a simulator that was started late or again
 * catches up and tells the same story under the same ids; what is known already changes nothing.
 */
final class Simulator extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
  /** Whose turn it is first: calls and help signals, then what may tell of danger. */
  private static final List<String> BY_MQTT =
      List.of(Feeds.HELP, Feeds.CAMERAS, Feeds.FIRE_UNITS, Feeds.POLICE_UNITS, Feeds.SIGNALS);

  private static final List<String> BY_HTTP = List.of(
      Feeds.FIRE_CALLS, Feeds.POLICE_CALLS, Feeds.WATER, Feeds.AIR, Feeds.WEATHER, Feeds.SAFETY);

  private static final long STEP_MS = 200;
  private static final Duration MOST_AT_ONCE = Duration.ofMinutes(2);
  /** A run that has been without simulator for longer goes on as a new one, from now. */
  private static final Duration MOST_TO_CATCH_UP = Duration.ofHours(6);
  /** While catching up nothing new happens before this much has gone. */
  private static final int MOST_WAITING = 20_000;
  /** Positions and signals that are older, in real seconds, are not worth sending. */
  private static final int STALE_S = 15;

  private final SimulatorSettings settings;
  private final CityClock clock;
  private final Map<String, Sender> senders = new LinkedHashMap<>();
  private @Nullable World world;

  Simulator(SimulatorSettings settings) {
    this.settings = settings;
    CityTime city = settings.city();
    Instant anchor = city.anchor().toInstant();
    Instant start = city.start() == null ? anchor : city.start().toInstant();
    clock = new CityClock(start, anchor, city.rate());
  }

  @Override
  public Future<?> start() {
    Tokens tokens = new Tokens(settings.tokens());
    HttpClient client = vertx.createHttpClient(
        (HttpClientOptions)
            secured(new HttpClientOptions().setConnectTimeout(3_000).setTcpNoDelay(true)),
        new PoolOptions().setHttp1MaxSize(BY_HTTP.size() + 1));
    for (String source : BY_HTTP)
      senders.put(
          source,
          new HttpSender(
              vertx, client, settings.host(), settings.httpPort(), tokens.getOf(source)));
    for (String source : BY_MQTT)
      senders.put(
          source,
          new MqttSender(
              vertx,
              settings.host(),
              settings.mqttPort(),
              tokens.getOf(source),
              options -> secured(options)));
    new CityDownload(vertx, client, settings.host(), settings.httpPort(), tokens.get(Tokens.ASSETS))
        .getCity()
        .onSuccess(this::begin);
    return Future.succeededFuture();
  }

  /** The city's own certificate and no other is trusted, whatever name it was made for. */
  private ClientOptionsBase secured(ClientOptionsBase options) {
    String certificate = settings.certificate();
    if (certificate == null) return options;
    options.setSsl(true).setTrustOptions(new PemTrustOptions().addCertPath(certificate));
    if (options instanceof HttpClientOptions http) http.setVerifyHost(false);
    if (options instanceof MqttClientOptions mqtt) mqtt.setHostnameVerificationAlgorithm("");
    return options;
  }

  private void begin(City city) {
    boolean late = Duration.between(clock.start(), clock.now()).compareTo(MOST_TO_CATCH_UP) > 0;
    Instant start = (late ? clock.now() : clock.start()).truncatedTo(ChronoUnit.SECONDS);
    World.Settings begun = new World.Settings(
        settings.seed(),
        start,
        Feeds.run(start, clock.anchor()),
        settings.city().rate());
    World made = new World(city, CallBook.load(), begun, this::onEvent);
    String scenario = settings.scenario();
    if (scenario != null && !late) Scenario.named(scenario).begin(made);
    world = made;
    LOG.info(
        "city of {} units and {} sensors begins at {} as run {}",
        city.units().size(),
        city.sensors().size(),
        start,
        begun.run());
    vertx.setPeriodic(1, STEP_MS, step -> advance());
    vertx.setPeriodic(60_000, minute -> report());
  }

  /** A part of what is due, so that what was sent can be answered in between. */
  private void advance() {
    World running = Objects.requireNonNull(world);
    Instant due = clock.now();
    Instant next = running.agenda().now().plus(MOST_AT_ONCE);
    boolean catchingUp = next.isBefore(due);
    boolean enough = catchingUp && count().waiting() > MOST_WAITING;
    if (!enough) running.advanceTo(catchingUp ? next : due);
    senders.values().forEach(Sender::flush);
    if (catchingUp && !enough) vertx.setTimer(5, again -> advance());
  }

  private void onEvent(CityEvent event) {
    boolean stale = event.lane() == Lane.P2 || event.lane() == Lane.P3;
    if (stale && isOld(event)) return;
    Sender sender = senders.get(event.origin().source());
    if (sender != null) sender.add(Letter.of(event));
  }

  private boolean isOld(CityEvent event) {
    long mostS = (long) STALE_S * settings.city().rate();
    return event.observedAt().isBefore(clock.now().minusSeconds(mostS));
  }

  private Sender.Count count() {
    return senders.values().stream()
        .map(Sender::count)
        .reduce(Sender.Count.ZERO, Sender.Count::plus);
  }

  private void report() {
    Sender.Count count = count();
    LOG.info(
        "sent {}, waiting {}, lost {}, rejected {}",
        count.sent(),
        count.waiting(),
        count.lost(),
        count.rejected());
  }

  @Override
  public Future<?> stop() {
    senders.values().forEach(Sender::close);
    report();
    return Future.succeededFuture();
  }
}
