package bongsu.rules.judge;

import bongsu.core.incident.IncidentKind;
import bongsu.core.incident.Severity;
import java.util.regex.Pattern;

/**
 * What every rule has, whatever its kind.
 *
 * @param priority 0 to 100; of several rules over one event the higher is judged first
 * @param incidentKind what its alarms are about
 */
public record RuleHead(
    String id, int version, int priority, Severity severity, IncidentKind incidentKind) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  static RuleHead read(RuleFields fields) {
    String id = fields.text("id", "a name like river-attention");
    if (!id.isEmpty() && !ID.matcher(id).matches())
      fields.wrong("id", "is " + id, "1 to 64 of a-z 0-9 -, not starting with -");
    int version = fields.whole("version", 1, 1_000_000);
    int priority = fields.whole("priority", 0, 100, 50);
    Severity severity = Severity.ofLevel(fields.whole("severity", 1, 4));
    IncidentKind kind = fields.oneOf("incidentKind", IncidentKind.class);
    return new RuleHead(id, version, priority, severity, kind == null ? IncidentKind.OTHER : kind);
  }
}
