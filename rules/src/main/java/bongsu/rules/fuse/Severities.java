package bongsu.rules.fuse;

import static bongsu.core.incident.Severity.CAUTION;
import static bongsu.core.incident.Severity.CRITICAL;
import static bongsu.core.incident.Severity.NOTICE;
import static bongsu.core.incident.Severity.URGENT;

import bongsu.core.event.CallReport;
import bongsu.core.event.CallType;
import bongsu.core.event.HelpSignal;
import bongsu.core.incident.Severity;

/** How bad a report is on its own; an incident is as bad as its worst report. */
final class Severities {
  private Severities() {}

  /** A 112 call by its code, any other by its type. */
  static Severity of(CallReport call) {
    Integer code = call.code();
    return code == null ? of(call.callType()) : Severity.ofLevel(Math.min(code, 3) + 1);
  }

  private static Severity of(CallType type) {
    return switch (type) {
      case FIRE, COLLAPSE, HAZMAT, KIDNAPPING, WEAPON -> CRITICAL;
      case RESCUE, EMS, GAS_LEAK, FLOOD, ROBBERY, ASSAULT, DISASTER -> URGENT;
      case TRAFFIC, DOMESTIC, MISSING, CROWD, SUSPICIOUS -> CAUTION;
      case THEFT, DISTURBANCE, OTHER -> NOTICE;
    };
  }

  static Severity of(HelpSignal help) {
    return help.kind() == HelpSignal.Kind.SAFE_ZONE_EXIT ? CAUTION : URGENT;
  }

  static Severity worse(Severity a, Severity b) {
    return a.worseThan(b) ? a : b;
  }
}
