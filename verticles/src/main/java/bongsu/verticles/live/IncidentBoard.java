package bongsu.verticles.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The incidents a node shows: all open ones and those closed lately, each as its latest summary.
 * One event loop only.
 */
final class IncidentBoard {
  /**
   * An incident's latest summary.
   *
   * @param seq number in the fusion log of its newest change
   * @param closedAt city time; null while it is open
   * @param summary JSON
   */
  record Line(
      String id, long seq, Instant openedAt, @Nullable Instant closedAt, String summary) {}

  private final Map<String, Line> lines = new HashMap<>();
  private long seq;
  private long forgottenSeq;

  /** @return whether it is news: not older than what is shown */
  boolean on(Line line) {
    Line before = lines.get(line.id());
    if (before != null && before.seq() >= line.seq()) return false;
    lines.put(line.id(), line);
    seq = Math.max(seq, line.seq());
    return true;
  }

  /** The highest number seen. */
  long seq() {
    return seq;
  }

  /** Whether a screen that has seen {@code since} can be told what it missed. */
  boolean reaches(long since) {
    return since >= forgottenSeq;
  }

  /** Incidents that changed after a number, in order. */
  List<Line> after(long since) {
    List<Line> missed = new ArrayList<>();
    for (Line line : lines.values()) if (line.seq() > since) missed.add(line);
    missed.sort(Comparator.comparingLong(Line::seq));
    return missed;
  }

  /** Forgets incidents closed before a city time. */
  void forget(Instant closedBefore) {
    lines.values().removeIf(line -> {
      boolean old = line.closedAt() != null && line.closedAt().isBefore(closedBefore);
      if (old) forgotten(line.seq());
      return old;
    });
  }

  /** Those that changed last up to a number may be missing here. */
  void forgotten(long upToSeq) {
    forgottenSeq = Math.max(forgottenSeq, upToSeq);
  }

  /** How many were opened after a city time. */
  long openedAfter(Instant time) {
    return lines.values().stream().filter(line -> line.openedAt().isAfter(time)).count();
  }
}
