package bongsu.core.incident;

import bongsu.core.alarm.Alarm;
import bongsu.core.event.Agency;
import bongsu.core.event.CallReport;
import bongsu.core.event.CallStage;
import bongsu.core.event.CloseCode;
import bongsu.core.event.HelpSignal;
import bongsu.core.event.Origin;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One numbered change of one incident. An incident is nothing but its changes, in order. Calls and
 * help signals in it carry no personal fields.
 */
public sealed interface IncidentChange {
  ChangeHead head();

  /** The {@code change} on the wire. */
  default String change() {
    return getClass().getSimpleName();
  }

  /** The user who commanded it, or {@code fusion}. */
  default String by() {
    Act act = act();
    return act == null ? "fusion" : act.by();
  }

  /** The command that caused it, if one did. */
  default @Nullable Act act() {
    return null;
  }

  default long seq() {
    return head().seq();
  }

  default String incidentId() {
    return head().incidentId();
  }

  default int revision() {
    return head().revision();
  }

  default Instant at() {
    return head().at();
  }

  default long inputNo() {
    return head().inputNo();
  }

  /** @param place an address or what lies there; {@code position} null when nobody knows where */
  record Opened(
      ChangeHead head,
      Opening opening,
      IncidentKind kind,
      Severity severity,
      @Nullable Position position,
      Bilingual place,
      boolean exercise)
      implements IncidentChange {
    @Override
    public @Nullable Act act() {
      return opening instanceof Opening.ByHand hand ? hand.act() : null;
    }
  }

  /** Another call about the same happening. */
  record CallJoined(
      ChangeHead head,
      CallReport call,
      boolean receiptsAreIncidents,
      Instant receivedAt,
      Evidence evidence)
      implements IncidentChange {}

  /**
   * A newer revision of a call, or more times of its units.
   *
   * @param call as it stands now, times of units from all its revisions
   */
  record CallRevised(ChangeHead head, CallReport call, List<Difference> differences)
      implements IncidentChange {
    public CallRevised {
      differences = List.copyOf(differences);
    }
  }

  /**
   * The feed sent an event again with other content. The first stands; the other is kept here.
   *
   * @param differences from the first to the other
   */
  record CallConflict(ChangeHead head, CallReport other, List<Difference> differences)
      implements IncidentChange {
    public CallConflict {
      differences = List.copyOf(differences);
    }
  }

  /** A call for help near in place, time and kind. */
  record HelpJoined(ChangeHead head, HelpSignal help, Instant receivedAt, Evidence evidence)
      implements IncidentChange {}

  /** An alarm near in place, time and kind. */
  record AlarmJoined(ChangeHead head, Alarm alarm, Evidence evidence) implements IncidentChange {}

  /**
   * An alarm's condition is over.
   *
   * @param allCleared no alarm of the incident is left raised
   */
  record AlarmCleared(ChangeHead head, String alarmId, Origin cause, boolean allCleared)
      implements IncidentChange {}

  /**
   * A unit's own report moved it on.
   *
   * @param source of the call it serves
   */
  record UnitReached(
      ChangeHead head,
      String source,
      String receiptNo,
      String unitId,
      UnitStage stage,
      Instant reachedAt)
      implements IncidentChange {}

  /** How far an agency is, over all its calls. */
  record ProgressChanged(ChangeHead head, Agency agency, CallStage stage)
      implements IncidentChange {}

  /** What the reports together say it is. */
  record KindChanged(ChangeHead head, IncidentKind kind) implements IncidentChange {}

  /** The worst of its reports changed. */
  record SeverityChanged(ChangeHead head, Severity severity) implements IncidentChange {}

  /** A report knows the place better. */
  record Moved(ChangeHead head, @Nullable Position position, Bilingual place)
      implements IncidentChange {}

  /** 인지. */
  record Acknowledged(ChangeHead head, Act act) implements IncidentChange {}

  /**
   * 판정:
   *
   * @param verdict true for 정탐, false for 오탐
   */
  record Verified(ChangeHead head, boolean verdict, Act act) implements IncidentChange {}

  /** @param text may hold personal data */
  record Noted(ChangeHead head, String text, Act act) implements IncidentChange {}

  /**
   * 종결.
   *
   * @param act null when fusion closed it, all its calls being closed
   */
  record Closed(
      ChangeHead head, CloseCode outcome, @Nullable Act act) implements IncidentChange {}

  /**
   * Open again.
   *
   * @param act null when fusion did, for the reason given
   */
  record Reopened(
      ChangeHead head, Bilingual reason, @Nullable Act act) implements IncidentChange {}
}
