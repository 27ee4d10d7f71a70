package bongsu.core.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.Agency;
import bongsu.core.event.CallReport;
import bongsu.core.event.CallStage;
import bongsu.core.event.CallType;
import bongsu.core.event.Origin;
import bongsu.core.event.Personal;
import bongsu.core.event.UnitTimes;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncidentJsonTest {
  private static final Instant FIVE_FIFTY = Instant.parse("2026-08-06T05:50:00Z");
  private static final Position PLACE = new Position(37.2665, 127.0255, 30);
  private static final CallReport CALL = new CallReport(
      Origin.of("fire-119", "119-0001/1", FIVE_FIFTY),
      1,
      Agency.FIRE,
      "119-0001",
      CallType.FIRE,
      null,
      PLACE,
      "인계동 1042",
      CallStage.EN_ROUTE,
      null,
      null,
      List.of(new UnitTimes(
          "PUMP-11", "pumper", FIVE_FIFTY.plusSeconds(60), null, null, null, null, null)),
      null);
  private static final Evidence EVIDENCE = new Evidence(
      120,
      40,
      "fire",
      "fire",
      0.83,
      0.5,
      List.of(new Evidence.Part("distance", 0.9, 0.4)),
      new Bilingual("합류", "joined"));

  private final Incident incident = Incident.open(new IncidentChange.Opened(
      head(1),
      new Opening.ByCall(CALL, false, FIVE_FIFTY),
      IncidentKind.FIRE,
      Severity.CRITICAL,
      PLACE,
      Bilingual.same("인계동 1042"),
      false));

  private static ChangeHead head(int revision) {
    return new ChangeHead(
        1238 + revision, "I-20260806-0012", revision, FIVE_FIFTY.plusSeconds(revision), 99);
  }

  @Test
  void theSummaryIsAsTheInterfaceSays() {
    assertEquals(
        "{\"id\":\"I-20260806-0012\",\"seq\":1239,\"revision\":1,\"kind\":\"fire\",\"severity\":1,"
            + "\"state\":\"open\",\"acknowledged\":false,\"verdict\":null,"
            + "\"position\":{\"latDeg\":37.2665,\"lonDeg\":127.0255,\"accuracyM\":30},"
            + "\"place\":\"인계동 1042\",\"placeEn\":\"인계동 1042\","
            + "\"openedAt\":\"2026-08-06T05:50:01.000Z\",\"changedAt\":\"2026-08-06T05:50:01.000Z\","
            + "\"closedAt\":null,\"outcome\":null,\"exercise\":false,"
            + "\"calls\":{\"119\":1},\"alarms\":0,\"signals\":0,\"progress\":{\"119\":\"reported\"},"
            + "\"newest\":{\"change\":\"Opened\",\"at\":\"2026-08-06T05:50:01.000Z\","
            + "\"ko\":\"119 화재 신고 접수\",\"en\":\"119 fire call received\"}}",
        IncidentJson.summary(incident));
  }

  @Test
  void theOpenedIncidentShowsPersonalFieldsToThoseWithTheRight() {
    PersonalLookup lookup = (source, receiptNo, revision) ->
        source.equals("fire-119") && receiptNo.equals("119-0001") && revision == 1
            ? Optional.of(new Personal("010-1234-5678", "3층에서 연기"))
            : Optional.empty();
    String open = IncidentJson.detail(incident, lookup);
    assertTrue(open.contains("\"phone\":\"010-1234-5678\",\"narrative\":\"3층에서 연기\""), open);
    String masked = IncidentJson.detail(incident, PersonalLookup.NONE);
    assertTrue(masked.contains("\"phone\":null,\"narrative\":null"), masked);
  }

  @Test
  void theTimesOfUnitsAreOnTheTimeline() {
    String detail = IncidentJson.detail(incident, PersonalLookup.NONE);
    assertTrue(
        detail.contains("{\"seq\":1239,\"revision\":1,\"at\":\"2026-08-06T05:51:00.000Z\","
            + "\"change\":\"UnitReached\",\"by\":\"fusion\",\"ko\":\"PUMP-11 지령\","
            + "\"en\":\"PUMP-11 dispatched\"}"),
        detail);
    assertTrue(
        detail.contains("\"units\":[{\"unitId\":\"PUMP-11\",\"unitType\":\"pumper\","
            + "\"dispatchedAt\":\"2026-08-06T05:51:00.000Z\",\"enRouteAt\":null"),
        detail);
  }

  @Test
  void whatFollowsFromACallDoesNotHideIt() {
    incident.apply(new IncidentChange.CallJoined(head(2), other(), false, FIVE_FIFTY, EVIDENCE));
    incident.apply(new IncidentChange.SeverityChanged(head(3), Severity.CRITICAL));
    incident.apply(new IncidentChange.Moved(head(4), PLACE, Bilingual.same("x")));
    assertEquals("CallJoined", incident.newest().change());
    assertEquals(4, incident.revision());
  }

  private static CallReport other() {
    return new CallReport(
        Origin.of("police-112", "p/1", FIVE_FIFTY),
        1,
        Agency.POLICE,
        "p",
        CallType.FIRE,
        0,
        PLACE,
        null,
        CallStage.REPORTED,
        null,
        null,
        List.of(),
        null);
  }

  @Test
  void aChangeThatDoesNotFollowIsRefused() {
    Act act = new Act("kim", "c1");
    assertThrows(
        IllegalArgumentException.class,
        () -> incident.apply(new IncidentChange.Acknowledged(head(3), act)));
    assertThrows(
        IllegalArgumentException.class,
        () -> Incident.replay(List.of(new IncidentChange.Acknowledged(head(1), act))));
  }

  @Test
  void personalFieldsAreNeverInAStoredChange() {
    CallReport told = CALL.withPersonal(new Personal("010-1234-5678", "3층에서 연기"));
    String stored = IncidentChangeJson.write(
        new IncidentChange.CallJoined(head(2), told, true, FIVE_FIFTY, EVIDENCE));
    assertFalse(stored.contains("010-1234-5678"), stored);
    assertEquals(stored, IncidentChangeJson.write(IncidentChangeJson.read(stored)));
  }
}
