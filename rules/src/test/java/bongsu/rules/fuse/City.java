package bongsu.rules.fuse;

import bongsu.core.event.HelpSignal;
import bongsu.core.event.Origin;
import bongsu.core.event.UnitPosition;
import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.IncidentCommand;
import bongsu.core.text.Bilingual;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A city under test: fusion with a hand-set clock, remembering every change. */
final class City {
  static final Instant START = Instant.parse("2026-08-05T20:50:00Z");
  static final LocalPlane PLANE = new LocalPlane(Position.of(37.2636, 127.0286));
  static final Position CITY_HALL = within(PLANE.at(0, 0), 30);

  final List<IncidentChange> log = new ArrayList<>();
  private final FusionSettings settings;
  private Fusion fusion;
  private Instant now = START;
  private long inputNo;

  City() {
    this(FusionSettings.defaults());
  }

  City(FusionSettings settings) {
    this.settings = settings;
    fusion = newFusion(settings);
  }

  static Fusion newFusion(FusionSettings settings) {
    return new Fusion(settings, PLANE, City::nameOf);
  }

  static Bilingual nameOf(Position p) {
    long x = Math.round(PLANE.xM(p.lonDeg()));
    long y = Math.round(PLANE.yM(p.latDeg()));
    return new Bilingual("동쪽 " + x + " m, 북쪽 " + y + " m", x + " m east, " + y + " m north");
  }

  /** So many metres east of city hall. */
  static Position eastM(double metres) {
    return within(PLANE.at(metres, 0), 30);
  }

  static Position within(Position p, double accuracyM) {
    return new Position(p.latDeg(), p.lonDeg(), accuracyM);
  }

  City after(Duration passed) {
    now = now.plus(passed);
    return this;
  }

  City afterS(long seconds) {
    return after(Duration.ofSeconds(seconds));
  }

  Instant now() {
    return now;
  }

  Outcome on(FusionInput input) {
    Outcome outcome = fusion.on(++inputNo, now, input);
    log.addAll(outcome.changes());
    return outcome;
  }

  /** The call as received now, also observed now. */
  Outcome hears(ACall call) {
    return on(call.observed(now).receivedAt(now));
  }

  Outcome raises(AnAlarm alarm) {
    return on(new FusionInput.AlarmRaised(alarm.observed(now).alarm()));
  }

  Outcome clears(String alarmId) {
    return on(new FusionInput.AlarmCleared(alarmId, Origin.of("vms-1", alarmId + "-over", now)));
  }

  Outcome feels(String deviceId, Position at) {
    Origin origin = Origin.of("bells", deviceId + "@" + now, now);
    return on(new FusionInput.Help(
        new HelpSignal(origin, deviceId, HelpSignal.Kind.HELP_BUTTON, at, null), now));
  }

  Outcome sees(String unitId, UnitPosition.Status status, String receiptNo) {
    return on(new FusionInput.UnitProgress(new UnitPosition(
        Origin.of("avl-119", unitId + "@" + now, now),
        unitId,
        UnitPosition.Service.FIRE,
        CITY_HALL,
        null,
        null,
        status,
        receiptNo)));
  }

  Outcome ticks() {
    return on(new FusionInput.Tick());
  }

  Answer command(String commandId, String incidentId, int revision, IncidentCommand command) {
    return on(new FusionInput.Command(commandId, "kim", command, incidentId, revision))
        .findAnswer()
        .orElseThrow();
  }

  /** The owner dies; the next one rebuilds from the log. */
  void restarts() {
    List<String> kept = fusion.list().stream().map(Incident::id).toList();
    long lastSeq = fusion.seq();
    fusion = newFusion(settings);
    log.stream().filter(c -> kept.contains(c.incidentId())).forEach(fusion::apply);
    fusion.resumeAt(lastSeq);
  }

  Fusion fusion() {
    return fusion;
  }

  List<Incident> incidents() {
    return fusion.list();
  }

  Incident only() {
    if (incidents().size() != 1)
      throw new AssertionError("expected one incident, had " + incidents().size());
    return incidents().get(0);
  }

  static List<String> names(Outcome outcome) {
    return outcome.changes().stream().map(IncidentChange::change).toList();
  }
}
