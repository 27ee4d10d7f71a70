package bongsu.ops.sim.model;

import bongsu.core.event.CityEvent;
import bongsu.core.event.Origin;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The simulated feeds: gives every event its identity and hands it out. */
public final class Feeds {
  public static final String FIRE_CALLS = "suwon-fire-119";
  public static final String POLICE_CALLS = "suwon-police-112";
  public static final String FIRE_UNITS = "avl-fire";
  public static final String POLICE_UNITS = "avl-police";
  public static final String WATER = "suwon-water";
  public static final String AIR = "suwon-air";
  public static final String WEATHER = "suwon-weather";
  public static final String SAFETY = "suwon-safety";
  public static final String SIGNALS = "its";
  public static final String CAMERAS = "vms-1";
  public static final String HELP = "bell";

  private final String run;
  private final Agenda agenda;
  private final Consumer<CityEvent> sink;
  private final Map<String, Long> counts = new HashMap<>();

  /** @param run names this run: part of every id, so that two runs never share one */
  Feeds(String run, Agenda agenda, Consumer<CityEvent> sink) {
    this.run = run;
    this.agenda = agenda;
    this.sink = sink;
  }

  /** The name of a run: the city time at which it starts and the real moment it was anchored. */
  public static String run(Instant start, Instant anchor) {
    return Long.toString(start.getEpochSecond(), 36) + "-"
        + Long.toString(anchor.toEpochMilli(), 36);
  }

  String run() {
    return run;
  }

  /** Who and when, now, under the feed's next number. */
  Origin origin(String source) {
    return origin(source, run + "-" + counts.merge(source, 1L, Long::sum));
  }

  Origin origin(String source, String eventId) {
    return Origin.of(source, eventId, agenda.now());
  }

  void send(CityEvent event) {
    sink.accept(event);
  }
}
