package bongsu.rules.fuse;

import static bongsu.rules.fuse.ACall.aCall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bongsu.core.event.CallType;
import bongsu.core.event.UnitTimes;
import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import bongsu.core.incident.CallRecord;
import bongsu.core.incident.Incident;
import bongsu.core.text.Bilingual;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Real dispatches: one row a unit, several rows a call, from a feed whose receipts are incidents.
 * Skipped where the file is not there; {@code -Dbongsu.sharedData=DIR} says where else it is.
 */
class SanFranciscoTest {
  private static final Path FILE = Path.of(
      System.getProperty("bongsu.sharedData", "../../shared/data"),
      "03_emergency_calls/sf_fire_calls_2016_2017.csv");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
  private static final LocalPlane PLANE = new LocalPlane(Position.of(37.7749, -122.4194));

  private final Fusion fusion =
      new Fusion(FusionSettings.defaults(), PLANE, p -> Bilingual.same("San Francisco"));

  @Test
  void thereAreAsManyIncidentsAsCallNumbersAndEveryUnitsTimesAreKept() throws IOException {
    assumeTrue(Files.exists(FILE), "skipped: " + FILE.toAbsolutePath() + " is not there");
    List<Map<String, String>> rows = rows();
    long no = 0;
    for (Map<String, String> row : rows) fusion.on(++no, city(row), call(row));
    Set<String> callNumbers =
        rows.stream().map(row -> row.get("Call Number")).collect(Collectors.toSet());
    assertEquals(callNumbers.size(), fusion.list().size());
    assertEquals(unitsOf(rows), unitsOf(fusion));
    long seq = fusion.seq();
    for (Map<String, String> row : rows) fusion.on(++no, city(row), call(row));
    assertEquals(seq, fusion.seq(), "the file again changes nothing");
  }

  private static Map<String, Set<String>> unitsOf(List<Map<String, String>> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(
            row -> row.get("Call Number"),
            Collectors.mapping(row -> row.get("Unit ID"), Collectors.toSet())));
  }

  private static Map<String, Set<String>> unitsOf(Fusion fusion) {
    Map<String, Set<String>> units = new HashMap<>();
    for (Incident incident : fusion.list())
      for (CallRecord record : incident.records().calls())
        units.put(
            record.call().receiptNo(),
            record.call().units().stream().map(UnitTimes::unitId).collect(Collectors.toSet()));
    return units;
  }

  private static FusionInput.Call call(Map<String, String> row) {
    UnitTimes unit = new UnitTimes(
        row.get("Unit ID"),
        row.get("Unit Type"),
        time(row, "Dispatch DtTm"),
        time(row, "Response DtTm"),
        time(row, "On Scene DtTm"),
        time(row, "Transport DtTm"),
        time(row, "Hospital DtTm"),
        time(row, "Available DtTm"));
    return aCall()
        .from("sf-fire")
        .receipt(row.get("Call Number"))
        .eventId(row.get("RowID"))
        .about(row.get("Call Type").contains("Fire") ? CallType.FIRE : CallType.EMS)
        .at(position(row.get("Location")))
        .address(row.get("Address"))
        .unit(unit)
        .observed(city(row))
        .receiptsAreIncidents()
        .receivedAt(city(row));
  }

  private static Instant city(Map<String, String> row) {
    return time(row, "Received DtTm");
  }

  private static Instant time(Map<String, String> row, String column) {
    String text = row.get(column);
    return text.isEmpty()
        ? null
        : LocalDateTime.parse(text, TIME).atZone(PACIFIC).toInstant();
  }

  private static Position position(String location) {
    String[] numbers = location.replaceAll("[()\" ]", "").split(",");
    return Position.of(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
  }

  private static List<Map<String, String>> rows() throws IOException {
    List<String> lines = Files.readAllLines(FILE);
    List<String> names = cells(lines.get(0));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < names.size(); i++) row.put(names.get(i), cells.get(i));
      rows.add(row);
    }
    return rows;
  }

  /** Splits at commas outside quotes. */
  private static List<String> cells(String line) {
    return List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
  }
}
