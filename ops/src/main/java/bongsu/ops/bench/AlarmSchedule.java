package bongsu.ops.bench;

/**
 * When which subject is raised and when it is calm again: one after the other, evenly, each calm
 * half a round after it was raised.
 */
final class AlarmSchedule {
  private final int subjects;
  private final double perSecond;
  private final long startNs;
  private long step;

  /** @param perSecond alarms, so twice as many readings */
  AlarmSchedule(int subjects, double perSecond, long startNs) {
    this.subjects = subjects;
    this.perSecond = perSecond;
    this.startNs = startNs;
  }

  /** @param raise whether it goes beyond the level, or back */
  record Due(int subject, boolean raise, long intendedNs) {}

  /** When the next reading is due, by {@link System#nanoTime}. */
  long nextNs() {
    return startNs + Math.round(step * 1e9 / (2 * perSecond));
  }

  /** The reading that is due at {@link #nextNs}. */
  Due next() {
    long dueNs = nextNs();
    long turn = step / 2;
    boolean raise = step % 2 == 0;
    step++;
    long subject = raise ? turn : turn + subjects / 2;
    return new Due((int) (subject % subjects), raise, dueNs);
  }
}
