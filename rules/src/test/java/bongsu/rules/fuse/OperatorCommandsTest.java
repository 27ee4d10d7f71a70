package bongsu.rules.fuse;

import static bongsu.rules.fuse.ACall.aCall;
import static bongsu.rules.fuse.City.CITY_HALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.CallStage;
import bongsu.core.event.CloseCode;
import bongsu.core.incident.IncidentCommand;
import bongsu.core.incident.IncidentJson;
import bongsu.core.incident.IncidentKind;
import bongsu.core.incident.PersonalLookup;
import bongsu.core.incident.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorCommandsTest {
  private static final String FIRST = "I-20260806-0001";
  private static final IncidentCommand ACKNOWLEDGE = new IncidentCommand.Acknowledge();

  private final City city = new City();

  @Test
  void acknowledgingIsRecordedWithWhoDidIt() {
    city.hears(aCall().at(CITY_HALL));
    assertEquals(new Answer.Accepted(FIRST, 2, 2), city.command("c1", FIRST, 1, ACKNOWLEDGE));
    assertEquals("kim", city.only().findAcknowledgedBy().orElseThrow());
  }

  @Test
  void aStaleRevisionConflictsAndChangesNothing() {
    city.hears(aCall().at(CITY_HALL));
    city.command("c1", FIRST, 1, ACKNOWLEDGE);
    Answer answer = city.command("c2", FIRST, 1, new IncidentCommand.Close(CloseCode.COMPLETED));
    assertEquals(new Answer.Conflict(FIRST, 2), answer);
    assertTrue(city.only().isOpen());
  }

  @Test
  void theSameCommandAgainAnswersAsTheFirstTime() {
    city.hears(aCall().at(CITY_HALL));
    Answer first = city.command("c1", FIRST, 1, ACKNOWLEDGE);
    city.command("c2", FIRST, 2, new IncidentCommand.Verify(true));
    long changes = city.log.size();
    assertEquals(first, city.command("c1", FIRST, 1, ACKNOWLEDGE));
    city.restarts();
    assertEquals(first, city.command("c1", FIRST, 1, ACKNOWLEDGE));
    assertEquals(changes, city.log.size());
  }

  @Test
  void anotherUsersCommandOfTheSameIdIsAnother() {
    city.hears(aCall().at(CITY_HALL));
    city.command("1", FIRST, 1, ACKNOWLEDGE);
    FusionInput lees =
        new FusionInput.Command("1", "lee", new IncidentCommand.Verify(false), FIRST, 2);
    assertEquals(new Answer.Accepted(FIRST, 3, 3), city.on(lees).answer());
    assertEquals(false, city.only().findVerdict().orElseThrow());
  }

  @Test
  void whatMakesNoSenseIsRefusedInBothLanguages() {
    city.hears(aCall().at(CITY_HALL));
    Answer reopen = city.command("c1", FIRST, 1, new IncidentCommand.Reopen());
    assertEquals("The incident is open already.", reopen.message().en());
    assertEquals("이미 열려 있는 사건입니다.", reopen.message().ko());
    city.command("c2", FIRST, 1, new IncidentCommand.Close(CloseCode.HOAX));
    assertInstanceOf(
        Answer.Invalid.class,
        city.command("c3", FIRST, 2, new IncidentCommand.Close(CloseCode.HOAX)));
    assertInstanceOf(
        Answer.Invalid.class, city.command("c4", FIRST, 2, new IncidentCommand.Note("  ")));
    assertInstanceOf(
        Answer.UnknownIncident.class, city.command("c5", "I-20260806-0999", 1, ACKNOWLEDGE));
    assertThrows(IllegalArgumentException.class, () -> new IncidentCommand.Note("x".repeat(4_001)));
  }

  @Test
  void notesStayOutOfTheSummaryAndAreInTheOpenedIncident() {
    city.hears(aCall().at(CITY_HALL));
    city.command("c1", FIRST, 1, new IncidentCommand.Note("신고자 홍길동"));
    assertFalse(IncidentJson.summary(city.only()).contains("홍길동"));
    assertTrue(IncidentJson.detail(city.only(), PersonalLookup.NONE).contains("홍길동"));
  }

  @Test
  void aClosedIncidentReopensOnCommandAndStaysOpenThoughItsCallsAreClosed() {
    city.hears(aCall().at(CITY_HALL).closed(CloseCode.COMPLETED));
    city.command("c1", FIRST, city.only().revision(), new IncidentCommand.Reopen());
    city.hears(aCall().at(CITY_HALL).revision(2).address("인계동").closed(CloseCode.COMPLETED));
    assertTrue(city.only().isOpen());
  }

  @Test
  void whatAnOperatorClosedARevisionDoesNotReopen() {
    city.hears(aCall().at(CITY_HALL));
    city.command("c1", FIRST, 1, new IncidentCommand.Close(CloseCode.MISTAKEN));
    city.hears(aCall().at(CITY_HALL).revision(2).stage(CallStage.ON_SCENE));
    assertFalse(city.only().isOpen());
    assertEquals(CloseCode.MISTAKEN, city.only().findOutcome().orElseThrow());
  }

  @Test
  void anIncidentOpenedByHandKeepsItsPlaceAndKindAndTakesCalls() {
    FusionInput open = new FusionInput.OpenByHand(
        "c1", "kim", IncidentKind.FIRE, Severity.URGENT, CITY_HALL, "시청 앞", "연기 보임", false);
    assertEquals(new Answer.Accepted(FIRST, 1, 1), city.on(open).answer());
    city.afterS(30).hears(aCall().at(City.within(City.eastM(50), 5)).address("다른 곳"));
    assertEquals("시청 앞", city.only().place().ko());
    assertEquals(CITY_HALL, city.only().findPosition().orElseThrow());
    assertEquals(Severity.CRITICAL, city.only().severity());
  }

  @Test
  void openingByHandTwiceWithOneCommandOpensOnce() {
    FusionInput open = new FusionInput.OpenByHand(
        "c1", "kim", IncidentKind.FIRE, Severity.URGENT, CITY_HALL, null, null, false);
    Answer first = city.on(open).answer();
    city.restarts();
    assertEquals(new Outcome(List.of(), first), city.on(open));
  }

  @Test
  void aCommandOnAnArchivedIncidentSaysSo() {
    city.hears(aCall().at(CITY_HALL).closed(CloseCode.COMPLETED));
    city.after(Duration.ofDays(2)).ticks();
    Answer answer = city.command("c1", FIRST, 2, new IncidentCommand.Reopen());
    assertTrue(answer.message().en().contains("archived"));
  }
}
