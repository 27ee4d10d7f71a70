package bongsu.ops.bench;

import bongsu.ops.bench.IngestFigures.Http;
import bongsu.ops.bench.IngestFigures.Phase;
import bongsu.ops.bench.IngestFigures.Times;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The course of an ingest bench: warm-up, the offered rates, the highest rate held, batches. */
final class IngestBench {
  /** A rate is held when no more than this waits at the end: 1 % behind is seen in 50 s. */
  private static final double HELD_BACKLOG_S = 0.5;

  private static final double FLAT_OUT_PER_S = 1e6;
  private static final double STEP = 0.9;
  private static final int MOST_TRIES = 8;
  private static final double ALARMS_PER_S = 20;
  private static final long LAST_ALARM_WITHIN_NS = 10_000_000_000L;

  private final MqttLoad mqtt;
  private final HttpLoad http;
  private final AlarmSubjects alarms;
  private final Path dataDir;
  private final Plan plan;
  private final Consumer<Phase> tell;

  /**
   * @param warmUpSeconds at the highest rate, not reported: a Java that serves has been compiled
   * @param ratesPerS offered, one after the other
   * @param seconds for each
   * @param heldSeconds how long the highest rate must be held; 0 for no search
   */
  record Plan(double warmUpSeconds, List<Double> ratesPerS, double seconds, double heldSeconds) {
    Plan {
      ratesPerS = List.copyOf(ratesPerS);
    }
  }

  /** What came of it. @param held the phase in which the highest rate was held, else null */
  record Outcome(List<Phase> phases, @Nullable Phase held, Http http) {}

  IngestBench(
      MqttLoad mqtt,
      HttpLoad http,
      AlarmSubjects alarms,
      Path dataDir,
      Plan plan,
      Consumer<Phase> tell) {
    this.mqtt = mqtt;
    this.http = http;
    this.alarms = alarms;
    this.dataDir = dataDir;
    this.plan = plan;
    this.tell = tell;
  }

  Outcome run() throws Exception {
    if (plan.warmUpSeconds > 0)
      tell.accept(phase("warm-up", Collections.max(plan.ratesPerS), plan.warmUpSeconds));
    List<Phase> phases = new ArrayList<>();
    for (double rate : plan.ratesPerS) phases.add(told(phase("offered", rate, plan.seconds)));
    Phase held = plan.heldSeconds > 0 ? findHeld(phases) : null;
    return new Outcome(phases, held, batches());
  }

  /** Looks down from the most that was ever taken, or up from there if even that is held. */
  private @Nullable Phase findHeld(List<Phase> phases) throws Exception {
    phases.add(told(phase("flat out", FLAT_OUT_PER_S, plan.seconds)));
    double rate = STEP * mostAccepted(phases);
    Phase held = null;
    for (int tries = 0; tries < MOST_TRIES && rate >= 100; tries++) {
      Phase phase = told(phase("held?", Math.floor(rate / 100) * 100, plan.heldSeconds));
      phases.add(phase);
      boolean cameDown = tries > 0 && held == null && phase.held();
      boolean wentTooFar = held != null && !phase.held();
      if (phase.held()) held = phase;
      if (cameDown || wentTooFar) return held;
      rate = phase.held() ? rate / STEP : rate * STEP;
    }
    return held;
  }

  private static double mostAccepted(List<Phase> phases) {
    return phases.stream().mapToDouble(Phase::acceptedPerS).max().orElse(0);
  }

  private Phase told(Phase phase) {
    tell.accept(phase);
    return phase;
  }

  private Phase phase(String name, double ratePerS, double seconds) throws Exception {
    alarms.take();
    CostMeter costs = new CostMeter(dataDir);
    MqttPhase.Figures mqttFigures = mqtt.offer(ratePerS, seconds, ALARMS_PER_S);
    var cores = costs.cores();
    awaitAlarms();
    AlarmSubjects.Seen seen = alarms.take();
    return new Phase(
        name,
        ratePerS,
        mqttFigures.seconds(),
        Math.round(mqttFigures.acceptedPerS()),
        mqttFigures.refused(),
        mqttFigures.unknown(),
        mqttFigures.outOfOrder(),
        mqttFigures.backlog(),
        isHeld(mqttFigures),
        Times.ofMicros(mqttFigures.ackUs()),
        seen.raised(),
        seen.lost(),
        Times.ofMicros(seen.toScreenUs()),
        cores,
        CostMeter.rssMb(dataDir));
  }

  private static boolean isHeld(MqttPhase.Figures figures) {
    return figures.backlog() <= HELD_BACKLOG_S * figures.offeredPerS()
        && figures.refused() == 0
        && figures.unknown() == 0;
  }

  private void awaitAlarms() throws InterruptedException {
    long untilNs = System.nanoTime() + LAST_ALARM_WITHIN_NS;
    while (!alarms.isQuiet(System.nanoTime()) && System.nanoTime() < untilNs) Thread.sleep(20);
  }

  private Http batches() throws Exception {
    CostMeter costs = new CostMeter(dataDir);
    HttpLoad.Figures figures = http.send(plan.seconds);
    return new Http(
        HttpLoad.CONNECTIONS,
        HttpLoad.EVENTS,
        Math.round(figures.acceptedPerS()),
        figures.refusedRequests(),
        Times.ofMicros(figures.requestUs()),
        costs.cores());
  }
}
