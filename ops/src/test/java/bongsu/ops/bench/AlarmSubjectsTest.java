package bongsu.ops.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bongsu.core.event.Quantity;
import bongsu.core.geo.Position;
import org.junit.jupiter.api.Test;

class AlarmSubjectsTest {
  private static final Position FIRST = Position.of(37.14, 126.82);
  private static final long MS = 1_000_000L;

  private final AlarmSubjects subjects =
      new AlarmSubjects("bench", "run", new AlarmSubjects.Level(Quantity.WATER_DEPTH_M, 0.9, 0));

  @Test
  void theTimeToTheScreenCountsFromTheIntendedSend() {
    subjects.onRaised(0, 100 * MS);
    subjects.onIncident("I-1", FIRST, 1, 130 * MS);
    assertEquals(30_000, subjects.take().toScreenUs().getMaxValue(), 50);
  }

  @Test
  void anIncidentShownAgainWithoutANewAlarmDoesNotCount() {
    subjects.onIncidentBefore("I-1", FIRST, 4);
    subjects.onRaised(0, 100 * MS);
    subjects.onIncident("I-1", FIRST, 4, 110 * MS);
    assertEquals(0, subjects.take().toScreenUs().getTotalCount());
    subjects.onRaised(0, 200 * MS);
    subjects.onIncident("I-1", FIRST, 5, 210 * MS);
    assertEquals(1, subjects.take().toScreenUs().getTotalCount());
  }

  @Test
  void anAlarmNeverSeenIsLost() {
    subjects.onRaised(0, 100 * MS);
    subjects.onIncident("I-1", Position.of(37.14, 126.90), 1, 110 * MS);
    AlarmSubjects.Seen seen = subjects.take();
    assertEquals(1, seen.raised());
    assertEquals(1, seen.lost());
  }

  @Test
  void eachSubjectIsCalmedHalfARoundAfterItWasRaised() {
    AlarmSchedule schedule = new AlarmSchedule(4, 2, 0);
    assertEquals(new AlarmSchedule.Due(0, true, 0), schedule.next());
    assertEquals(new AlarmSchedule.Due(2, false, 250 * MS), schedule.next());
    schedule.next();
    schedule.next();
    schedule.next();
    assertEquals(new AlarmSchedule.Due(0, false, 1_250 * MS), schedule.next());
  }
}
