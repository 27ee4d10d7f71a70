package bongsu.rules.fuse;

import static bongsu.rules.fuse.ACall.aCall;
import static bongsu.rules.fuse.AnAlarm.anAlarm;
import static bongsu.rules.fuse.AnAlarm.smoke;
import static bongsu.rules.fuse.AnAlarm.waterDepth;
import static bongsu.rules.fuse.City.CITY_HALL;
import static bongsu.rules.fuse.City.eastM;
import static bongsu.rules.fuse.City.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.CallType;
import bongsu.core.incident.AlarmRecord;
import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.IncidentKind;
import bongsu.core.incident.Severity;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmFusionTest {
  private final City city = new City();

  @Test
  void smokeSeenNearAFireCallJoinsItAndSaysWhy() {
    city.hears(aCall().at(CITY_HALL));
    city.afterS(40).raises(smoke("CAM-1").at(eastM(90)));
    AlarmRecord record = city.only().records().alarms().iterator().next();
    assertEquals(
        "90 m, 40 s later, smoke after fire: joined", record.evidence().words().en());
    assertEquals("90 m, 40초 뒤, 화재에 이어 연기: 합류", record.evidence().words().ko());
    assertEquals("smoke", record.evidence().kindA());
    assertEquals("fire", record.evidence().kindB());
  }

  @Test
  void anAlarmNearNothingOpensAnIncident() {
    city.raises(smoke("CAM-1").severity(Severity.URGENT).at(CITY_HALL));
    assertEquals(IncidentKind.FIRE, city.only().kind());
    assertEquals(Severity.URGENT, city.only().severity());
    assertEquals("CAM-1 detected", city.only().timeline().get(0).words().en());
  }

  @Test
  void theSameAlarmAgainIsNothing() {
    city.raises(smoke("CAM-1").at(CITY_HALL));
    assertEquals(List.of(), city.raises(smoke("CAM-1").at(CITY_HALL)).changes());
  }

  @Test
  void theCallsKindWinsOverTheAlarms() {
    city.raises(anAlarm(IncidentKind.GAS, "lelPct", "GAS-1").at(CITY_HALL));
    city.hears(aCall().at(CITY_HALL));
    assertEquals(IncidentKind.FIRE, city.only().kind());
    city.raises(anAlarm(IncidentKind.GAS, "lelPct", "GAS-2").at(CITY_HALL));
    assertEquals(IncidentKind.FIRE, city.only().kind());
  }

  @Test
  void manyAlarmsOfOneUnderpassAreOneStory() {
    for (int i = 0; i < 20; i++) city.afterS(30).raises(waterDepth("WD-" + i).at(eastM(i * 15)));
    assertEquals(20, city.only().records().alarms().size());
  }

  @Test
  void underpassesFarApartAreStoriesOfTheirOwn() {
    city.raises(waterDepth("WD-1").at(CITY_HALL));
    city.raises(waterDepth("WD-2").at(eastM(1_500)));
    assertEquals(2, city.incidents().size());
  }

  @Test
  void oneRainfallIsOneStoryAcrossGauges() {
    city.raises(anAlarm(IncidentKind.RAIN, "rain1hMm", "RG-1").at(CITY_HALL));
    city.raises(anAlarm(IncidentKind.RAIN, "rain1hMm", "RG-2").at(eastM(2_500)));
    assertEquals(1, city.incidents().size());
  }

  @Test
  void aDeviceWithoutAPlaceJoinsItsOwnStory() {
    city.raises(anAlarm(IncidentKind.DEVICE, "offline", "DEV-1").id("a"));
    city.afterS(60).raises(anAlarm(IncidentKind.DEVICE, "offline", "DEV-1").id("b"));
    city.afterS(60).raises(anAlarm(IncidentKind.DEVICE, "offline", "DEV-2").id("c"));
    assertEquals(2, city.incidents().size());
    AlarmRecord second = List.copyOf(city.incidents().get(0).records().alarms()).get(1);
    assertTrue(second.evidence().words().en().contains("same device"));
  }

  @Test
  void anAlarmDoesNotReopenWhatIsClosed() {
    city.hears(aCall().at(CITY_HALL).closed(bongsu.core.event.CloseCode.COMPLETED));
    city.raises(smoke("CAM-1").at(CITY_HALL));
    assertEquals(2, city.incidents().size());
  }

  @Test
  void whenAllAlarmsAreClearedItStaysOpenAndSaysSo() {
    city.raises(smoke("CAM-1").at(CITY_HALL));
    city.raises(smoke("CAM-2").at(CITY_HALL));
    IncidentChange.AlarmCleared first =
        (IncidentChange.AlarmCleared) city.clears("alarm-CAM-1").changes().get(0);
    assertFalse(first.allCleared());
    city.clears("alarm-CAM-2");
    city.after(Duration.ofHours(10)).ticks();
    assertTrue(city.only().isOpen());
    assertEquals(
        "All alarms cleared; open until somebody closes it",
        city.only().timeline().get(3).words().en());
    assertEquals(List.of(), city.clears("alarm-CAM-2").changes());
    assertEquals(List.of(), city.clears("never raised").changes());
  }

  @Test
  void aCityMayLetCalmIncidentsCloseThemselves() {
    City calm = new City(closingAfter(Duration.ofMinutes(10)));
    calm.raises(smoke("CAM-1").at(CITY_HALL));
    calm.raises(smoke("CAM-2").at(eastM(5_000)));
    calm.clears("alarm-CAM-1");
    assertEquals(List.of(), names(calm.after(Duration.ofMinutes(9)).ticks()));
    assertEquals(List.of("Closed"), names(calm.after(Duration.ofMinutes(1)).ticks()));
    assertFalse(calm.incidents().get(0).isOpen());
    assertTrue(calm.incidents().get(1).isOpen());
  }

  private static FusionSettings closingAfter(Duration calm) {
    return new FusionSettings(
        0.5,
        0.4,
        0.3,
        0.3,
        3_000,
        Duration.ofHours(6),
        50,
        Duration.ofMinutes(30),
        Duration.ofDays(1),
        calm,
        ZoneId.of("Asia/Seoul"));
  }

  @Test
  void aCallForHelpOpensAndTheNextPressJoinsIt() {
    city.feels("BELL-1", CITY_HALL);
    assertEquals(IncidentKind.HELP, city.only().kind());
    city.afterS(20).feels("BELL-1", CITY_HALL);
    assertEquals(2, city.only().records().helps().size());
    city.hears(aCall().police().about(CallType.ASSAULT).code(1).at(eastM(40)));
    assertEquals(IncidentKind.ASSAULT, city.only().kind());
  }

  @Test
  void aPressAfterTheCloseIsNotHiddenInWhatIsClosed() {
    city.hears(aCall().at(CITY_HALL).closed(bongsu.core.event.CloseCode.COMPLETED));
    city.afterS(20).feels("BELL-1", CITY_HALL);
    assertEquals(2, city.incidents().size());
    assertEquals(IncidentKind.HELP, city.incidents().get(1).kind());
    assertTrue(city.incidents().get(1).isOpen());
  }

  @Test
  void theSamePressDeliveredAgainIsNothing() {
    city.feels("BELL-1", CITY_HALL);
    assertEquals(List.of(), city.feels("BELL-1", CITY_HALL).changes());
  }

  @Test
  void aClosedIncidentLeavesMemoryAfterADay() {
    city.hears(aCall().at(CITY_HALL).closed(bongsu.core.event.CloseCode.COMPLETED));
    city.after(Duration.ofHours(24)).ticks();
    assertEquals(1, city.incidents().size());
    city.afterS(1).ticks();
    assertEquals(List.<Incident>of(), city.incidents());
    city.hears(aCall().receipt("119-0002").at(CITY_HALL));
    assertEquals("I-20260807-0001", city.only().id());
  }
}
