package bongsu.core.incident;

import bongsu.core.alarm.Alarm;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One alarm within an incident.
 *
 * @param clearedAt when its condition ended, null while it lasts
 * @param evidence null for the alarm that opened the incident
 */
public record AlarmRecord(
    Alarm alarm, @Nullable Instant clearedAt, @Nullable Evidence evidence) {
  AlarmRecord cleared(Instant at) {
    return new AlarmRecord(alarm, at, evidence);
  }
}
