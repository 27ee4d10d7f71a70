package bongsu.ops.bench;

import bongsu.core.event.Quantity;
import bongsu.ops.bench.IngestFigures.Times;
import bongsu.ops.fault.FaultCity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** The course of an outage: warm-up, the store killed for a while, then the drain under load. */
final class OutageBench {
  private static final String SOURCE = "bench";
  private static final int CONNECTIONS = 60;
  private static final int IN_FLIGHT = 500;
  private static final int MOST_TRIES = 40;
  private static final double WARM_UP_S = 15;
  private static final double PIECE_S = 3;

  private final Plan plan;
  private final PrintWriter out;
  private final List<MqttPhase.Figures> phases = new ArrayList<>();

  /** @param dir emptied */
  record Plan(Path dir, Duration away, int ratePerS, int nodes) {}

  OutageBench(Plan plan, PrintWriter out) {
    this.plan = plan;
    this.out = out;
  }

  OutageFigures run() throws Exception {
    try (FaultCity city = new FaultCity(plan.dir, plan.nodes, List.of())) {
      say("starts a city of " + plan.nodes + " nodes");
      city.start();
      String token = city.token(SOURCE, Set.of(SOURCE));
      try (MqttLoad load = load(city, token);
          CallLoad calls = new CallLoad(city.url(), token, SOURCE)) {
        connect(load);
        return measure(city, load, calls);
      }
    }
  }

  private static MqttLoad load(FaultCity city, String token) {
    AlarmSubjects.Level level = new AlarmSubjects.Level(Quantity.WATER_DEPTH_M, 0.9, 0);
    return new MqttLoad(
        city.mqtt(),
        token,
        IN_FLIGHT,
        new Telemetry(SOURCE, "outage"),
        new AlarmSubjects(SOURCE, "outage", level),
        level,
        new CityTime());
  }

  /** A node that does not know the token yet refuses it. */
  private static void connect(MqttLoad load) throws Exception {
    for (int tries = 1; ; tries++) {
      try {
        load.connect(CONNECTIONS);
        return;
      } catch (ExecutionException refused) {
        if (tries == MOST_TRIES) throw refused;
        TimeUnit.MILLISECONDS.sleep(500);
      }
    }
  }

  private OutageFigures measure(FaultCity city, MqttLoad load, CallLoad calls) throws Exception {
    OutageStore store = new OutageStore(city);
    offer(load, WARM_UP_S);
    calls.measureAnew();
    store.takeAway();
    say("PostgreSQL is away for " + plan.away.toSeconds() + " s");
    MqttPhase.Figures away = offer(load, plan.away.toMillis() / 1e3);
    CallLoad.Figures callsAway = calls.measureAnew();
    long backNs = System.nanoTime();
    store.bringBack();
    double startedAfterS = secondsSince(backNs);
    say("it answers again after " + startedAfterS + " s, " + away.accepted() + " are in journals");
    long before = store.kept();
    CostMeter costs = new CostMeter(city.data());
    double drainedAfterS = drain(store, load);
    var cpuCores = costs.cores();
    double drainedPerS = (store.kept() - before) / drainedAfterS;
    say("drained after " + drainedAfterS + " s");
    calls.close();
    return new OutageFigures(
        Runtime.getRuntime().availableProcessors(),
        plan.nodes,
        plan.ratePerS,
        away.seconds(),
        away.accepted(),
        startedAfterS,
        drainedAfterS,
        Math.round(drainedPerS),
        cpuCores,
        Times.ofMicros(callsAway.ackUs()),
        callsAway.refused(),
        Times.ofMicros(away.ackUs()),
        phases.stream().mapToLong(phase -> phase.refused() + phase.unknown()).sum(),
        Math.max(0, accepted() + calls.accepted() - store.kept()));
  }

  /** The load goes on, in short pieces, until all journals are empty; answers how long it took. */
  private double drain(OutageStore store, MqttLoad load) throws Exception {
    long beganNs = System.nanoTime();
    CompletableFuture<Double> drained = CompletableFuture.supplyAsync(
        () -> {
          store.awaitDrained();
          return secondsSince(beganNs);
        },
        task -> new Thread(task, "drained").start());
    while (!drained.isDone()) offer(load, PIECE_S);
    return drained.get();
  }

  private MqttPhase.Figures offer(MqttLoad load, double seconds) throws Exception {
    MqttPhase.Figures figures = load.offer(plan.ratePerS, seconds, 0);
    phases.add(figures);
    return figures;
  }

  private long accepted() {
    return phases.stream().mapToLong(MqttPhase.Figures::accepted).sum();
  }

  private static double secondsSince(long ns) {
    return Math.round((System.nanoTime() - ns) / 1e8) / 10.0;
  }

  private void say(String what) {
    out.println("  " + what);
    out.flush();
  }
}
