package bongsu.core.incident;

import bongsu.core.event.Agency;
import bongsu.core.event.CallReport;
import bongsu.core.event.CallStage;
import bongsu.core.event.CloseCode;
import bongsu.core.text.Bilingual;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Each change as a line of the timeline, in words without personal data. */
public final class ChangeWords {
  private ChangeWords() {}

  static TimelineEntry entry(IncidentChange c) {
    return new TimelineEntry(
        c.seq(),
        c.revision(),
        c instanceof IncidentChange.UnitReached u ? u.reachedAt() : c.at(),
        c.change(),
        c.by(),
        of(c),
        textOf(c));
  }

  /** A unit's time that came with a call report. */
  static TimelineEntry entry(IncidentChange c, Units.Reached unit) {
    return new TimelineEntry(
        c.seq(),
        c.revision(),
        unit.at(),
        "UnitReached",
        c.by(),
        unit(unit.unitId(), unit.stage()),
        null);
  }

  private static @Nullable String textOf(IncidentChange c) {
    if (c instanceof IncidentChange.Noted noted) return noted.text();
    return c instanceof IncidentChange.Opened o && o.opening() instanceof Opening.ByHand hand
        ? hand.text()
        : null;
  }

  /** What the change says, in one line. */
  public static Bilingual of(IncidentChange change) {
    if (change instanceof IncidentChange.Opened c) return opened(c);
    if (change instanceof IncidentChange.CallJoined c) return joined(c.call(), c.evidence());
    if (change instanceof IncidentChange.CallRevised c) return revised(c);
    if (change instanceof IncidentChange.CallConflict c) return conflict(c);
    if (change instanceof IncidentChange.HelpJoined c)
      return near(say("도움 요청 합류", "Call for help joined"), c.evidence());
    if (change instanceof IncidentChange.AlarmJoined c)
      return near(
          say(
              "알람 합류: " + c.alarm().message().ko(),
              "Alarm joined: " + c.alarm().message().en()),
          c.evidence());
    if (change instanceof IncidentChange.AlarmCleared c) return cleared(c);
    if (change instanceof IncidentChange.UnitReached c) return unit(c.unitId(), c.stage());
    return derived(change);
  }

  private static Bilingual derived(IncidentChange change) {
    if (change instanceof IncidentChange.ProgressChanged c)
      return say(
          c.agency().wire() + " " + of(c.stage()).ko(),
          c.agency().wire() + " " + of(c.stage()).en());
    if (change instanceof IncidentChange.KindChanged c)
      return say("종류: " + c.kind().word().ko(), "Kind: " + c.kind().word().en());
    if (change instanceof IncidentChange.SeverityChanged c)
      return say(
          "등급: " + c.severity().word().ko(), "Severity: " + c.severity().word().en());
    if (change instanceof IncidentChange.Moved c)
      return say("위치: " + c.place().ko(), "Place: " + c.place().en());
    return commanded(change);
  }

  private static Bilingual commanded(IncidentChange change) {
    if (change instanceof IncidentChange.Acknowledged) return say("인지", "Acknowledged");
    if (change instanceof IncidentChange.Verified c)
      return c.verdict() ? say("정탐으로 판정", "Verified as true") : say("오탐으로 판정", "Verified as false");
    if (change instanceof IncidentChange.Noted) return say("메모", "Note");
    if (change instanceof IncidentChange.Closed c) return closed(c);
    if (change instanceof IncidentChange.Reopened c)
      return say("다시 열림: " + c.reason().ko(), "Reopened: " + c.reason().en());
    throw new IllegalStateException("no words for " + change);
  }

  private static Bilingual opened(IncidentChange.Opened c) {
    if (c.opening() instanceof Opening.ByCall o) {
      Bilingual call = call(o.call());
      return say(call.ko() + " 신고 접수", call.en() + " call received");
    }
    if (c.opening() instanceof Opening.ByAlarm o) return o.alarm().message();
    return c.opening() instanceof Opening.ByHelp o
        ? say("도움 요청: " + o.help().deviceId(), "Call for help: " + o.help().deviceId())
        : say(
            "운영자가 등록: " + c.kind().word().ko(),
            "Opened by hand: " + c.kind().word().en());
  }

  private static Bilingual joined(CallReport call, Evidence evidence) {
    String agency = call.agency().wire();
    return near(say(agency + " 신고 합류", agency + " call joined"), evidence);
  }

  private static Bilingual revised(IncidentChange.CallRevised c) {
    String who = c.call().agency().wire() + " ";
    return fields(say(who + "신고 갱신", who + "call revised"), c.differences());
  }

  private static Bilingual conflict(IncidentChange.CallConflict c) {
    String who = c.other().agency().wire() + " ";
    return fields(
        say(
            who + "신고 내용 불일치, 먼저 온 것 유지",
            who + "call sent again with other content, first one kept"),
        c.differences());
  }

  private static Bilingual fields(Bilingual what, List<Difference> differences) {
    if (differences.isEmpty()) return what;
    String ko =
        differences.stream().map(d -> DifferenceWords.of(d).ko()).collect(Collectors.joining(", "));
    String en =
        differences.stream().map(d -> DifferenceWords.of(d).en()).collect(Collectors.joining(", "));
    return say(what.ko() + ": " + ko, what.en() + ": " + en);
  }

  private static Bilingual cleared(IncidentChange.AlarmCleared c) {
    return c.allCleared()
        ? say("모든 알람 해제, 운영자가 종결할 때까지 열어 둠", "All alarms cleared; open until somebody closes it")
        : say("알람 해제", "Alarm cleared");
  }

  private static Bilingual closed(IncidentChange.Closed c) {
    Bilingual outcome = of(c.outcome());
    return say("종결: " + outcome.ko(), "Closed: " + outcome.en());
  }

  private static Bilingual unit(String unitId, UnitStage stage) {
    return say(unitId + " " + stage.word().ko(), unitId + " " + stage.word().en());
  }

  private static Bilingual call(CallReport call) {
    Bilingual kind = IncidentKind.of(call.callType()).word();
    Agency agency = call.agency();
    if (call.code() == null)
      return say(agency.wire() + " " + kind.ko(), agency.wire() + " " + kind.en());
    return say(
        agency.wire() + " 코드 " + call.code() + " " + kind.ko(),
        agency.wire() + " code " + call.code() + " " + kind.en());
  }

  private static Bilingual near(Bilingual what, Evidence evidence) {
    Bilingual nearness = evidence.nearness();
    return say(what.ko() + ": " + nearness.ko(), what.en() + ": " + nearness.en());
  }

  /** 접수, 지령, 출동, 현장도착, 조치, 종결. */
  public static Bilingual of(CallStage stage) {
    return switch (stage) {
      case REPORTED -> say("접수", "reported");
      case DISPATCHED -> say("지령", "dispatched");
      case EN_ROUTE -> say("출동", "en route");
      case ON_SCENE -> say("현장도착", "on scene");
      case HANDLING -> say("조치", "handling");
      case CLOSED -> say("종결", "closed");
    };
  }

  /** 완결, 오인, 허위, 이첩, 중복, 미발견. */
  public static Bilingual of(CloseCode code) {
    return switch (code) {
      case COMPLETED -> say("완결", "completed");
      case MISTAKEN -> say("오인", "mistaken");
      case HOAX -> say("허위", "hoax");
      case TRANSFERRED -> say("이첩", "transferred");
      case DUPLICATE -> say("중복", "duplicate");
      case NOT_FOUND -> say("미발견", "not found");
    };
  }

  private static Bilingual say(String ko, String en) {
    return new Bilingual(ko, en);
  }
}
