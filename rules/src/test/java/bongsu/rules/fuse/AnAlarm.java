package bongsu.rules.fuse;

import bongsu.core.alarm.Alarm;
import bongsu.core.event.Origin;
import bongsu.core.geo.Position;
import bongsu.core.incident.IncidentKind;
import bongsu.core.incident.Severity;
import bongsu.core.text.Bilingual;
import java.time.Instant;

/** Builds alarms: {@code smoke("CAM-1").at(cityHall)}. */
final class AnAlarm {
  private final IncidentKind kind;
  private final String observation;
  private final String subject;
  private String id;
  private Severity severity = Severity.CAUTION;
  private Position position;
  private Instant observedAt = City.START;

  private AnAlarm(IncidentKind kind, String observation, String subject) {
    this.kind = kind;
    this.observation = observation;
    this.subject = subject;
    id = "alarm-" + subject;
  }

  static AnAlarm anAlarm(IncidentKind kind, String observation, String subject) {
    return new AnAlarm(kind, observation, subject);
  }

  static AnAlarm smoke(String cameraId) {
    return new AnAlarm(IncidentKind.FIRE, "smoke", cameraId);
  }

  static AnAlarm waterDepth(String sensorId) {
    return new AnAlarm(IncidentKind.FLOOD, "waterDepthM", sensorId);
  }

  AnAlarm id(String alarmId) {
    id = alarmId;
    return this;
  }

  AnAlarm severity(Severity how) {
    severity = how;
    return this;
  }

  AnAlarm at(Position where) {
    position = where;
    return this;
  }

  AnAlarm observed(Instant at) {
    observedAt = at;
    return this;
  }

  Alarm alarm() {
    return new Alarm(
        id,
        "rule-" + observation,
        1,
        kind,
        severity,
        observation,
        subject,
        position,
        Origin.of("vms-1", id + "-event", observedAt),
        new Bilingual(subject + " 감지", subject + " detected"));
  }
}
