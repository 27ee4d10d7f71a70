package bongsu.rules.fuse;

import static bongsu.rules.fuse.ACall.aCall;
import static bongsu.rules.fuse.City.CITY_HALL;
import static bongsu.rules.fuse.City.eastM;
import static bongsu.rules.fuse.City.names;
import static bongsu.rules.fuse.City.within;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.Agency;
import bongsu.core.event.CallStage;
import bongsu.core.event.CallType;
import bongsu.core.event.CloseCode;
import bongsu.core.event.UnitPosition;
import bongsu.core.event.UnitTimes;
import bongsu.core.incident.CallRecord;
import bongsu.core.incident.Difference;
import bongsu.core.incident.Evidence;
import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.IncidentKind;
import bongsu.core.incident.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallFusionTest {
  private final City city = new City();

  @Test
  void aCallOpensAnIncidentNumberedByTheCitysDate() {
    city.hears(aCall().at(CITY_HALL).address("인계동 1042"));
    Incident incident = city.only();
    assertEquals("I-20260806-0001", incident.id(), "20:50 UTC is the next day in the city");
    assertEquals(IncidentKind.FIRE, incident.kind());
    assertEquals(Severity.CRITICAL, incident.severity());
    assertEquals("인계동 1042", incident.place().ko());
    assertEquals(CallStage.REPORTED, incident.progress().get(Agency.FIRE));
    assertNull(record(incident, 0).evidence());
  }

  @Test
  void aCallWithoutAnAddressIsNamedByItsPosition() {
    city.hears(aCall().at(eastM(500)));
    assertEquals("500 m east, 0 m north", city.only().place().en());
  }

  @Test
  void aCallWithoutAnyPlaceOpensAnIncidentOfItsOwn() {
    city.hears(aCall().at(CITY_HALL));
    city.hears(aCall().receipt("119-0002"));
    assertEquals(2, city.incidents().size());
    assertEquals("place unknown", city.incidents().get(1).place().en());
  }

  @Test
  void theSecondAgencyAtOneFireJoinsWithARecordOfItsOwn() {
    city.hears(aCall().at(CITY_HALL).address("인계동 1042"));
    city.afterS(40).hears(aCall().police().receipt("112-0007").code(0).at(eastM(120)));
    Incident incident = city.only();
    assertEquals(2, incident.records().calls().size());
    assertEquals("인계동 1042", record(incident, 0).call().address());
    assertNull(record(incident, 1).call().address());
    Evidence evidence = record(incident, 1).evidence();
    assertEquals(120, evidence.distanceM());
    assertEquals(40, evidence.laterS());
    assertTrue(evidence.score() >= evidence.threshold());
    assertEquals("120 m, 40 s later, also fire: joined", evidence.words().en());
    assertEquals("120 m, 40초 뒤, 같은 종류(화재): 합류", evidence.words().ko());
    assertEquals(
        "112 call joined: 120 m, 40 s later", incident.timeline().get(1).words().en());
  }

  @Test
  void twoFiresFourHundredMetresApartStayTwo() {
    city.hears(aCall().at(CITY_HALL));
    city.hears(aCall().receipt("119-0002").at(eastM(400)));
    assertEquals(2, city.incidents().size());
  }

  @Test
  void vagueReportsJoinFromFartherAwayThanExactOnes() {
    city.hears(aCall().at(within(CITY_HALL, 300)));
    city.hears(aCall().police().receipt("112-1").at(within(eastM(350), 300)));
    assertEquals(1, city.incidents().size());
  }

  @Test
  void anotherKindAtTheSamePlaceStaysApart() {
    city.hears(aCall().at(CITY_HALL));
    city.hears(aCall().police().receipt("112-1").about(CallType.THEFT).at(CITY_HALL));
    assertEquals(2, city.incidents().size());
  }

  @Test
  void theSamePlaceHoursLaterIsAnotherHappening() {
    city.hears(aCall().at(CITY_HALL));
    city.after(Duration.ofHours(3)).hears(aCall().receipt("119-0002").at(CITY_HALL));
    assertEquals(2, city.incidents().size());
  }

  @Test
  void anExerciseNeverJoinsTheReal() {
    city.hears(aCall().at(CITY_HALL));
    city.hears(aCall().receipt("119-0002").exercise().at(CITY_HALL));
    assertEquals(2, city.incidents().size());
    assertTrue(city.incidents().get(1).exercise());
  }

  @Test
  void theNearerOfTwoOpenIncidentsIsJoined() {
    city.hears(aCall().at(CITY_HALL));
    city.hears(aCall().receipt("119-0002").at(eastM(260)));
    city.hears(aCall().police().receipt("112-1").at(eastM(180)));
    assertEquals(2, city.incidents().get(1).records().calls().size());
  }

  @Test
  void aNewerRevisionReplacesAndSaysWhatDiffers() {
    city.hears(aCall().at(CITY_HALL).address("인계동"));
    Outcome outcome =
        city.hears(aCall().revision(2).at(CITY_HALL).address("인계동 1042").injured(2));
    IncidentChange.CallRevised revised =
        (IncidentChange.CallRevised) outcome.changes().get(0);
    assertEquals(
        List.of(new Difference("address", "인계동", "인계동 1042"), new Difference("injured", null, "2")),
        revised.differences());
    assertEquals("인계동 1042", city.only().place().ko());
    assertEquals(1, city.only().records().calls().size());
  }

  @Test
  void anOlderRevisionNeverOverwritesANewer() {
    city.hears(aCall().revision(3).at(CITY_HALL).address("new"));
    assertEquals(List.of(), city.hears(aCall().revision(2).address("old")).changes());
    assertEquals(List.of(), city.hears(aCall().revision(3).address("same")).changes());
    assertEquals("new", record(city.only(), 0).call().address());
  }

  @Test
  void timesOfUnitsMergeWhateverTheRevision() {
    city.hears(aCall().revision(2).at(CITY_HALL).unit(unit("P-11", true, false)));
    city.hears(aCall().revision(1).unit(unit("P-12", true, true)));
    city.hears(aCall().revision(2).unit(unit("P-11", true, true)));
    List<UnitTimes> units = record(city.only(), 0).call().units();
    assertEquals(List.of("P-11", "P-12"), units.stream().map(UnitTimes::unitId).toList());
    assertEquals(City.START.plusSeconds(60), units.get(0).onSceneAt());
    assertEquals(2, record(city.only(), 0).call().revision());
    assertEquals(CallStage.ON_SCENE, city.only().progress().get(Agency.FIRE));
    assertEquals(
        4,
        city.only().timeline().stream()
            .filter(e -> e.change().equals("UnitReached"))
            .count());
    assertEquals(List.of(), city.hears(aCall().unit(unit("P-12", true, true))).changes());
  }

  private static UnitTimes unit(String id, boolean dispatched, boolean onScene) {
    return new UnitTimes(
        id,
        null,
        dispatched ? City.START : null,
        null,
        onScene ? City.START.plusSeconds(60) : null,
        null,
        null,
        null);
  }

  @Test
  void aUnitsOwnReportMovesItsCallOnOnce() {
    city.hears(aCall().at(CITY_HALL));
    assertEquals(
        List.of("UnitReached", "ProgressChanged"),
        names(city.sees("P-11", UnitPosition.Status.EN_ROUTE, "119-0001")));
    assertEquals(
        List.of(), names(city.afterS(1).sees("P-11", UnitPosition.Status.EN_ROUTE, "119-0001")));
    city.afterS(60).sees("P-11", UnitPosition.Status.ON_SCENE, "119-0001");
    assertEquals(CallStage.ON_SCENE, city.only().progress().get(Agency.FIRE));
    assertEquals(
        List.of(), names(city.sees("P-12", UnitPosition.Status.ON_SCENE, "no such receipt")));
  }

  @Test
  void severityIsThatOfTheWorstReportAndFollowsItsCode() {
    city.hears(aCall().police().about(CallType.ASSAULT).code(2).at(CITY_HALL));
    assertEquals(Severity.CAUTION, city.only().severity());
    city.hears(aCall().police().about(CallType.ASSAULT).code(0).revision(2).at(CITY_HALL));
    assertEquals(Severity.CRITICAL, city.only().severity());
    city.hears(aCall().police().about(CallType.ASSAULT).code(1).revision(3).at(CITY_HALL));
    assertEquals(Severity.URGENT, city.only().severity());
  }

  @Test
  void theMoreExactReportMovesTheIncident() {
    city.hears(aCall().at(within(CITY_HALL, 300)));
    city.hears(aCall().police().receipt("112-1").at(within(eastM(80), 10)).address("인계로 1"));
    assertEquals(within(eastM(80), 10), city.only().findPosition().orElseThrow());
    assertEquals("인계로 1", city.only().place().ko());
  }

  @Test
  void otherContentUnderAUsedEventIdIsFlaggedAndTheFirstStands() {
    city.hears(aCall().at(CITY_HALL).address("first"));
    Outcome outcome = city.hears(aCall().at(CITY_HALL).address("other").inConflict());
    assertEquals(List.of("CallConflict"), names(outcome));
    CallRecord record = record(city.only(), 0);
    assertTrue(record.conflict());
    assertEquals("first", record.call().address());
    assertEquals("other", record.conflicts().get(0).address());
    assertTrue(city.only().newest() instanceof IncidentChange.CallConflict);
  }

  @Test
  void theSameConflictAgainIsNothing() {
    city.hears(aCall().at(CITY_HALL).address("first"));
    FusionInput conflict =
        aCall().at(CITY_HALL).address("other").inConflict().receivedAt(city.now());
    city.on(conflict);
    assertEquals(List.of(), city.on(conflict).changes());
  }

  @Test
  void anEventIdReusedForAnotherReceiptIsACallOfItsOwnAndFlagged() {
    city.hears(aCall().at(CITY_HALL));
    city.hears(aCall().receipt("119-0002").eventId("119-0001/1").inConflict().at(eastM(2_000)));
    assertEquals(2, city.incidents().size());
    assertTrue(record(city.incidents().get(1), 0).conflict());
  }

  @Test
  void receiptsThatAreIncidentsNeverShareOne() {
    city.hears(aCall().receipt("A").receiptsAreIncidents().at(CITY_HALL));
    city.hears(aCall().receipt("B").receiptsAreIncidents().at(CITY_HALL));
    assertEquals(2, city.incidents().size());
  }

  @Test
  void receiptsThatAreIncidentsNeverShareOneThroughAThirdCallEither() {
    city.hears(aCall().police().receipt("P").at(CITY_HALL));
    city.hears(aCall().receipt("A").receiptsAreIncidents().at(CITY_HALL));
    city.hears(aCall().receipt("B").receiptsAreIncidents().at(CITY_HALL));
    assertEquals(2, city.incidents().size());
    assertEquals(2, city.incidents().get(0).records().calls().size());
  }

  @Test
  void anIncidentClosesWhenTheLastOfItsCallsDoes() {
    city.hears(aCall().at(CITY_HALL));
    city.hears(aCall().police().receipt("112-1").at(CITY_HALL));
    city.hears(aCall().revision(2).at(CITY_HALL).closed(CloseCode.MISTAKEN));
    assertTrue(city.only().isOpen());
    city.hears(aCall().police().receipt("112-1").revision(2).closed(CloseCode.COMPLETED));
    assertFalse(city.only().isOpen());
    assertEquals(CloseCode.COMPLETED, city.only().findOutcome().orElseThrow());
    assertEquals("fusion", city.only().newest().by());
  }

  @Test
  void aNewCallReopensWhatClosedShortlyBefore() {
    city.hears(aCall().at(CITY_HALL).closed(CloseCode.COMPLETED));
    city.after(Duration.ofMinutes(20)).hears(aCall().receipt("119-0002").at(CITY_HALL));
    assertTrue(city.only().isOpen());
    assertEquals(
        "Reopened: a new call joined", city.only().timeline().get(4).words().en());
  }

  @Test
  void longAfterItClosedANewCallIsANewIncident() {
    city.hears(aCall().at(CITY_HALL).closed(CloseCode.COMPLETED));
    city.after(Duration.ofMinutes(31)).hears(aCall().receipt("119-0002").at(CITY_HALL));
    assertEquals(2, city.incidents().size());
  }

  @Test
  void aCallThatIsOpenAgainReopensWhatItsClosingClosed() {
    city.hears(aCall().at(CITY_HALL).closed(CloseCode.COMPLETED));
    city.hears(aCall().at(CITY_HALL).revision(2).stage(CallStage.ON_SCENE));
    assertTrue(city.only().isOpen());
  }

  @Test
  void aDeviceClockThatRunsAheadDoesNotCountAsLater() {
    city.hears(aCall().at(CITY_HALL));
    city.on(aCall()
        .police()
        .receipt("112-1")
        .at(CITY_HALL)
        .observed(city.now().plus(Duration.ofHours(5)))
        .receivedAt(city.now()));
    assertEquals(0, record(city.only(), 1).evidence().laterS());
  }

  private static CallRecord record(Incident incident, int index) {
    return List.copyOf(incident.records().calls()).get(index);
  }
}
