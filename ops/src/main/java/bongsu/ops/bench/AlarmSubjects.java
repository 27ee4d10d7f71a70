package bongsu.ops.bench;

import bongsu.core.event.Quantity;
import bongsu.core.geo.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * The sensors that go beyond a rule's level and back, each at a place of its own, so far from the
 * others that its alarms become incidents of its own: by its place a live incident is known to be
 * of it. Any thread may ask.
 */
final class AlarmSubjects {
  private static final int ROWS = 5;
  private static final int COLUMNS = 6;
  private static final double SOUTH_DEG = 37.14;
  private static final double WEST_DEG = 126.82;
  private static final double STEP_LAT_DEG = 0.06;
  private static final double STEP_LON_DEG = 0.08;
  private static final double SAME_PLACE_DEG = 0.01;
  private static final long LOST_AFTER_NS = 10_000_000_000L;

  private final List<Subject> subjects = new ArrayList<>();
  private Histogram toScreenUs = new Histogram(60_000_000L, 3);
  private int raised;
  private int lost;

  /** @param run tells this run's event ids from those of others */
  AlarmSubjects(String source, String run, Level level) {
    for (int row = 0; row < ROWS; row++)
      for (int column = 0; column < COLUMNS; column++) {
        Position place =
            Position.of(SOUTH_DEG + row * STEP_LAT_DEG, WEST_DEG + column * STEP_LON_DEG);
        String ids = run + "a" + subjects.size();
        subjects.add(
            new Subject(place, new Reading(source, ids, "BENCH-A", level.quantity(), 1, place)));
      }
  }

  /**
   * What raises and what clears again.
   *
   * @param raise a value that raises, 0.00 to 9.99
   * @param calm a value that clears, 0.00 to 9.99
   */
  record Level(Quantity quantity, double raise, double calm) {}

  /** What was seen of the alarms of a phase. */
  record Seen(int raised, int lost, Histogram toScreenUs) {}

  private static final class Subject {
    private final Position place;
    private final Reading reading;
    private long raisedAtNs;
    private String incident = "";
    private long alarms;

    Subject(Position place, Reading reading) {
      this.place = place;
      this.reading = reading;
    }
  }

  int size() {
    return subjects.size();
  }

  Reading reading(int subject) {
    return subjects.get(subject).reading;
  }

  /** @param intendedNs when it should have been sent */
  synchronized void onRaised(int subject, long intendedNs) {
    Subject one = subjects.get(subject);
    if (one.raisedAtNs != 0) lost++;
    one.raisedAtNs = intendedNs;
    raised++;
  }

  /** An incident as the live socket shows it; counts when it has more alarms than before. */
  synchronized void onIncident(String id, Position place, long alarms, long atNs) {
    findAt(place).ifPresent(subject -> {
      boolean news = !id.equals(subject.incident) || alarms > subject.alarms;
      subject.incident = id;
      subject.alarms = alarms;
      boolean ofOneBefore = atNs < subject.raisedAtNs;
      if (!news || subject.raisedAtNs == 0 || ofOneBefore) return;
      toScreenUs.recordValue(Math.min(60_000_000L, (atNs - subject.raisedAtNs) / 1_000));
      subject.raisedAtNs = 0;
    });
  }

  /** Incidents there were before: only what comes on top of them counts. */
  synchronized void onIncidentBefore(String id, Position place, long alarms) {
    findAt(place).ifPresent(subject -> {
      subject.incident = id;
      subject.alarms = alarms;
    });
  }

  /** Whether no alarm is awaited that could still come. */
  synchronized boolean isQuiet(long nowNs) {
    return subjects.stream()
        .allMatch(one -> one.raisedAtNs == 0 || nowNs - one.raisedAtNs > LOST_AFTER_NS);
  }

  /** What was seen since the last time; what is still awaited counts as lost. */
  synchronized Seen take() {
    for (Subject one : subjects) {
      if (one.raisedAtNs != 0) lost++;
      one.raisedAtNs = 0;
    }
    Seen seen = new Seen(raised, lost, toScreenUs);
    raised = lost = 0;
    toScreenUs = new Histogram(60_000_000L, 3);
    return seen;
  }

  private Optional<Subject> findAt(Position place) {
    return subjects.stream()
        .filter(one -> Math.abs(one.place.latDeg() - place.latDeg()) < SAME_PLACE_DEG
            && Math.abs(one.place.lonDeg() - place.lonDeg()) < SAME_PLACE_DEG)
        .findFirst();
  }
}
