package bongsu.ops.replay;

import static bongsu.ops.replay.SfFireRows.aFile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bongsu.core.event.Agency;
import bongsu.core.event.CallReport;
import bongsu.core.event.CallStage;
import bongsu.core.event.CallType;
import bongsu.core.event.CloseCode;
import bongsu.core.event.UnitTimes;
import bongsu.core.geo.Position;
import bongsu.core.wire.EventDecoder;
import bongsu.core.wire.EventWriter;
import bongsu.ops.launch.LaunchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SfFireFileTest {
  private static final Path REAL =
      Path.of("../../shared/data/03_emergency_calls/sf_fire_calls_2016_2017.csv");

  @TempDir
  Path dir;

  @Test
  void aCallIsToldAgainEachTimeAUnitReachesSomething() throws IOException {
    List<CallReport> told = revisions(aFile()
        .row(
            "dispatched",
            "04:01:00 PM",
            "response",
            "04:02:00 PM",
            "onScene",
            "04:06:00 PM",
            "transport",
            "04:20:00 PM",
            "hospital",
            "04:30:00 PM",
            "available",
            "04:45:00 PM"));
    assertEquals(
        List.of(
            CallStage.REPORTED,
            CallStage.DISPATCHED,
            CallStage.EN_ROUTE,
            CallStage.ON_SCENE,
            CallStage.HANDLING,
            CallStage.HANDLING,
            CallStage.CLOSED),
        told.stream().map(CallReport::stage).toList());
    assertEquals(
        List.of(1, 2, 3, 4, 5, 6, 7), told.stream().map(CallReport::revision).toList());
    assertEquals("sf-170060001/3", told.get(2).origin().eventId());
    assertEquals(Agency.FIRE, told.get(0).agency());
  }

  @Test
  void timesAreThoseOfSanFrancisco() throws IOException {
    CallReport first = revisions(aFile().row("received", "04:17:20 PM")).get(0);
    assertEquals(Instant.parse("2017-01-07T00:17:20Z"), first.observedAt());
  }

  @Test
  void aRevisionKnowsOnlyWhatHadHappenedByThen() throws IOException {
    List<CallReport> told = revisions(aFile()
        .row("unit", "E01", "dispatched", "04:01:00 PM", "onScene", "04:05:00 PM")
        .row("unit", "M02", "dispatched", "04:03:00 PM", "unitType", "MEDIC"));
    assertEquals(List.of(), told.get(0).units());
    assertEquals(
        List.of("E01"), told.get(1).units().stream().map(UnitTimes::unitId).toList());
    assertEquals(null, told.get(1).units().get(0).onSceneAt());
    UnitTimes medic = told.get(2).units().get(1);
    assertEquals("MEDIC", medic.unitType());
    assertEquals(Instant.parse("2017-01-07T00:03:00Z"), medic.dispatchedAt());
    assertEquals(
        Instant.parse("2017-01-07T00:05:00Z"), told.get(3).units().get(0).onSceneAt());
  }

  @Test
  void theLastThingRecordedClosesTheCall() throws IOException {
    List<CallReport> told = revisions(aFile()
        .row(
            "unit",
            "E01",
            "dispatched",
            "04:01:00 PM",
            "available",
            "04:09:00 PM",
            "end",
            "No Merit")
        .row(
            "unit",
            "E02",
            "dispatched",
            "04:01:00 PM",
            "available",
            "04:08:00 PM",
            "end",
            "No Merit"));
    CallReport last = told.get(told.size() - 1);
    assertEquals(CallStage.CLOSED, last.stage());
    assertEquals(CloseCode.MISTAKEN, last.closeCode());
    assertEquals(Instant.parse("2017-01-07T00:09:00Z"), last.observedAt());
    assertEquals(null, told.get(told.size() - 2).closeCode());
  }

  @Test
  void addressAndPlaceComeAlong() throws IOException {
    CallReport told = revisions(aFile()
            .row(
                "address",
                "200 Block of 6TH ST",
                "city",
                "San Francisco",
                "location",
                "(37.7791, -122.4063)"))
        .get(0);
    assertEquals("200 Block of 6TH ST, San Francisco", told.address());
    assertEquals(new Position(37.7791, -122.4063, 100), told.position());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Medical Incident | EMS
      Structure Fire | FIRE
      Outside Fire | FIRE
      Alarms | FIRE
      Traffic Collision | TRAFFIC
      Gas Leak (Natural and LP Gases) | GAS_LEAK
      Confined Space / Structure Collapse | COLLAPSE
      Water Rescue | RESCUE
      Citizen Assist / Service Call | OTHER
      something new | OTHER
      """)
  void callTypesBecomeOurs(String theirs, CallType ours) throws IOException {
    assertEquals(ours, revisions(aFile().row("type", theirs)).get(0).callType());
  }

  @Test
  void rowsOfACallMayStandAnywhereAndInAnyOrder() throws IOException {
    SfFireRows rows = aFile()
        .row("call", "1", "unit", "E01", "dispatched", "04:01:00 PM")
        .row("call", "2", "unit", "E02", "dispatched", "04:01:00 PM")
        .row("call", "1", "unit", "E03", "dispatched", "04:02:00 PM");
    SfFireFile file = SfFireFile.read(rows.write(dir));
    assertEquals(2, file.calls().size());
    List<String> forwards = bodies(file);
    assertEquals(forwards, bodies(SfFireFile.read(rows.backwards().write(dir))));
  }

  @Test
  void callsAreSentInTheOrderInWhichThingsHappened() throws IOException {
    SfFireFile file = SfFireFile.read(aFile()
        .row("call", "1", "received", "04:00:00 PM", "dispatched", "04:05:00 PM")
        .row("call", "2", "received", "04:01:00 PM", "dispatched", "04:03:00 PM")
        .write(dir));
    assertEquals(
        List.of("sf-1/1", "sf-2/1", "sf-2/2", "sf-1/2"),
        SfFireReplay.inOrder(file.calls()).stream()
            .map(report -> report.origin().eventId())
            .toList());
  }

  @Test
  void badRowsAreCountedByReasonAndTheOthersStay() throws IOException {
    SfFireFile file = SfFireFile.read(aFile()
        .row("unit", "E01")
        .row("unit", "E02", "onScene", "noon")
        .row("unit", "E03", "location", "somewhere")
        .row("unit", "E04", "call", "")
        .row("unit", "E01")
        .line("only,three,cells")
        .write(dir));
    assertEquals(6, file.rows());
    assertEquals(1, file.calls().size());
    assertEquals(
        Map.of(
            "On Scene DtTm is not a time like 12/31/2016 11:44:51 PM", 1,
            "Location is not (latitude, longitude)", 1,
            "Call Number is empty", 1,
            "repeats a unit of its call", 1,
            "does not have the first line's 16 cells", 1),
        file.badRows());
  }

  @Test
  void anotherFileIsRefusedWithTheColumnItLacks() throws IOException {
    Path other = Files.writeString(dir.resolve("other.csv"), "Id,Name\n1,x\n");
    String line =
        assertThrows(LaunchException.class, () -> SfFireFile.read(other)).getMessage();
    assertTrue(line.contains("\"Call Number\" is missing"), line);
    assertTrue(line.contains("Id,Name"), line);
  }

  @Test
  void theRealWeekGivesACallForEachCallNumber() {
    SfFireFile file = realFile();
    assertEquals(3821, file.rows());
    assertEquals(Map.of(), file.badRows());
    assertEquals(1760, file.calls().size());
  }

  @Test
  void theRealWeeksRevisionsOnlyGrowAndAllAreUnderstood() {
    Map<String, CallReport> before = new HashMap<>();
    for (CallReport report : SfFireReplay.inOrder(realFile().calls())) {
      CallReport last = before.put(report.receiptNo(), report);
      assertEquals(last == null ? 1 : last.revision() + 1, report.revision());
      if (last != null) assertFalse(report.stage().compareTo(last.stage()) < 0);
      byte[] wire = EventWriter.full(report).getBytes(StandardCharsets.UTF_8);
      var decoded = assertInstanceOf(EventDecoder.Accepted.class, EventDecoder.decode(wire));
      assertEquals(report, decoded.event());
    }
    assertEquals(1760, before.size());
    assertTrue(before.values().stream().allMatch(last -> last.stage() == CallStage.CLOSED));
  }

  private static SfFireFile realFile() {
    assumeTrue(Files.exists(REAL), "skipped: the shared data is not beside the project");
    return SfFireFile.read(REAL);
  }

  private List<CallReport> revisions(SfFireRows rows) throws IOException {
    return SfFireFile.read(rows.write(dir)).calls().get(0).revisions();
  }

  private static List<String> bodies(SfFireFile file) {
    return SfFireReplay.inOrder(file.calls()).stream().map(EventWriter::full).toList();
  }
}
