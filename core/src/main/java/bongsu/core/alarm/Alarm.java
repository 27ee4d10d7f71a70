package bongsu.core.alarm;

import bongsu.core.event.Origin;
import bongsu.core.geo.Position;
import bongsu.core.incident.IncidentKind;
import bongsu.core.incident.Severity;
import bongsu.core.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * 알람: a rule's verdict over events, with its reason.
 *
 * @param alarmId hash of rule, version, subject and first event: judging again gives the same id
 * @param observation the word of what was seen, for the affinity of kinds: a camera kind, a quantity, a mode
 * @param subject the thing that raised it
 * @param position where; null when neither the event nor the register knows
 * @param cause the event that raised it; its {@code observedAt} is when the alarm was raised
 * @param message the thing, the place, the number with its unit, the limit
 */
public record Alarm(
    String alarmId,
    String ruleId,
    int ruleVersion,
    IncidentKind kind,
    Severity severity,
    String observation,
    String subject,
    @Nullable Position position,
    Origin cause,
    Bilingual message) {
  public Alarm {
    if (alarmId.isEmpty() || ruleId.isEmpty() || subject.isEmpty())
      throw new IllegalArgumentException("alarmId, ruleId and subject are required");
    if (ruleVersion < 1)
      throw new IllegalArgumentException("ruleVersion must be at least 1, was " + ruleVersion);
  }
}
