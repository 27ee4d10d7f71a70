package bongsu.ops.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bongsu.core.access.Right;
import bongsu.core.access.Role;
import bongsu.core.asset.AssetKind;
import bongsu.core.event.Agency;
import bongsu.core.event.CallStage;
import bongsu.core.event.CallType;
import bongsu.core.event.CameraEvent;
import bongsu.core.event.CloseCode;
import bongsu.core.event.HelpSignal;
import bongsu.core.event.Lane;
import bongsu.core.event.Quantity;
import bongsu.core.event.SignalStatus;
import bongsu.core.event.UnitPosition;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.IncidentKind;
import bongsu.core.incident.Severity;
import bongsu.core.incident.UnitStage;
import bongsu.verticles.journal.Journal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of what we send are those of the enums behind them. */
class WordsTest {
  static Arguments[] fields() {
    return new Arguments[] {
      Arguments.of("IncidentSummary", "kind", IncidentKind.class),
      Arguments.of("IncidentSummary", "outcome", CloseCode.class),
      Arguments.of("IncidentSummary", "progress.119", CallStage.class),
      Arguments.of("IncidentSummary", "progress.112", CallStage.class),
      Arguments.of("IncidentOpening", "kind", IncidentKind.class),
      Arguments.of("IncidentCommand", "outcome", CloseCode.class),
      Arguments.of("CallRecord", "agency", Agency.class),
      Arguments.of("CallRecord", "callType", CallType.class),
      Arguments.of("CallRecord", "stage", CallStage.class),
      Arguments.of("CallRecord", "closeCode", CloseCode.class),
      Arguments.of("HelpRecord", "kind", HelpSignal.Kind.class),
      Arguments.of("LiveUnit", "service", UnitPosition.Service.class),
      Arguments.of("LiveUnit", "status", UnitPosition.Status.class),
      Arguments.of("LiveSensor", "quantity", Quantity.class),
      Arguments.of("LiveSignal", "mode", SignalStatus.Mode.class),
      Arguments.of("LiveUnconfirmed", "agency", Agency.class),
      Arguments.of("LiveUnconfirmed", "callType", CallType.class),
      Arguments.of("LiveUnconfirmed", "kind", HelpSignal.Kind.class),
      Arguments.of("LiveStatus", "journal.state", Journal.State.class),
      Arguments.of("LiveCamera", "kind", CameraEvent.Kind.class),
      Arguments.of("Session", "role", Role.class)
    };
  }

  @ParameterizedTest
  @MethodSource("fields")
  void wordsAreThoseOfTheEnum(String schema, String path, Class<?> words) {
    assertEquals(Vocabulary.words(words), at(schema, path).words());
  }

  private static Shape at(String schema, String path) {
    Shape shape = Contract.shape(schema);
    for (String name : path.split("\\.")) shape = shape.property(name);
    return shape;
  }

  @Test
  void rightsAreThoseThereAre() {
    Shape right = at("Session", "rights").findItem(0).orElseThrow();
    assertEquals(new TreeSet<>(Vocabulary.words(Right.class)), new TreeSet<>(right.words()));
  }

  @Test
  void changesAreThoseOfAnIncident() {
    assertEquals(
        Vocabulary.simpleNames(IncidentChange.class.getPermittedSubclasses()),
        new TreeSet<>(at("IncidentChange", "change").words()));
    assertEquals(
        at("IncidentChange", "change").words(),
        at("IncidentSummary", "newest.change").words());
  }

  @Test
  void agenciesAreCountedByTheirNumber() {
    for (String field : Set.of("calls", "progress"))
      assertEquals(
          new TreeSet<>(Vocabulary.words(Agency.class)),
          new TreeSet<>(at("IncidentSummary", field).properties().keySet()));
  }

  @Test
  void severitiesGoFromOneToTheirNumber() {
    for (String schema : Set.of("IncidentSummary", "IncidentOpening", "AlarmRecord")) {
      assertEquals(1, at(schema, "severity").keyword("minimum").asInt());
      assertEquals(
          Severity.values().length, at(schema, "severity").keyword("maximum").asInt());
    }
  }

  @Test
  void aUnitHasATimeForEachStage() {
    Set<String> times = new LinkedHashSet<>(Set.of("unitId", "unitType"));
    for (String stage : Vocabulary.words(UnitStage.class)) times.add(stage + "At");
    Shape unit = at("CallRecord", "units").findItem(0).orElseThrow();
    assertEquals(times, unit.properties().keySet());
    assertEquals(times, Contract.shape("UnitTimes").properties().keySet());
  }

  @Test
  void whatIsShedIsToldForEveryLane() {
    Set<String> lanes = new TreeSet<>();
    for (Lane lane : Lane.values()) lanes.add(lane.name());
    assertEquals(lanes, new TreeSet<>(at("LiveStatus", "shed").properties().keySet()));
  }

  @Test
  void assetsAreAskedForByTheirKinds() {
    for (JsonNode parameter :
        Contract.read("openapi.yaml").at("/paths/~1api~1v1~1assets/get/parameters"))
      if (parameter.path("name").asText().equals("kind"))
        assertEquals(
            Vocabulary.words(AssetKind.class),
            new Shape("openapi.yaml", parameter.path("schema")).words());
  }
}
