package bongsu.rules.fuse;

import bongsu.core.alarm.Alarm;
import bongsu.core.event.CallReport;
import bongsu.core.event.HelpSignal;
import bongsu.core.event.Origin;
import bongsu.core.event.UnitPosition;
import bongsu.core.geo.Position;
import bongsu.core.incident.IncidentCommand;
import bongsu.core.incident.IncidentKind;
import bongsu.core.incident.Severity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * All that fusion ever learns, numbered and kept by its owner so that it can be replayed. Times are
 * cut to milliseconds, as they are kept.
 */
public sealed interface FusionInput {
  /**
   * A committed call report; its personal fields stay behind.
   *
   * @param conflict its event id was sent before with other content
   * @param receiptsAreIncidents its source never sends two receipts of one happening
   */
  record Call(CallReport call, boolean conflict, boolean receiptsAreIncidents, Instant receivedAt)
      implements FusionInput {
    public Call {
      call = call.withoutPersonal();
      receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /** @param help with the position of its device when it told none; personal fields stay behind */
  record Help(HelpSignal help, Instant receivedAt) implements FusionInput {
    public Help {
      help = new HelpSignal(help.origin(), help.deviceId(), help.kind(), help.position(), null);
      receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /** A rule raised an alarm. */
  record AlarmRaised(Alarm alarm) implements FusionInput {}

  /** @param cause the event with which the condition ended */
  record AlarmCleared(String alarmId, Origin cause) implements FusionInput {}

  /** A unit that serves a call; only positions with a receipt number and a status matter. */
  record UnitProgress(UnitPosition unit) implements FusionInput {}

  /**
   * What an operator wants done.
   *
   * @param commandId unique among the user's commands: the same again answers as the first time
   * @param by the user's name
   * @param expectedRevision of the incident the operator looked at
   */
  record Command(
      String commandId, String by, IncidentCommand command, String incidentId, int expectedRevision)
      implements FusionInput {}

  /**
   * An operator opens an incident.
   *
   * @param text a first note, may hold personal data
   */
  record OpenByHand(
      String commandId,
      String by,
      IncidentKind kind,
      Severity severity,
      @Nullable Position position,
      @Nullable String place,
      @Nullable String text,
      boolean exercise)
      implements FusionInput {}

  /** Time passed. */
  record Tick() implements FusionInput {}
}
