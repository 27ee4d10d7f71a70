package bongsu.rules.fuse;

import bongsu.core.incident.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the one incident a report tells of. */
final class Matching {
  private final Correlation correlation;
  private final Duration reopenWindow;

  Matching(Correlation correlation, Duration reopenWindow) {
    this.correlation = correlation;
    this.reopenWindow = reopenWindow;
  }

  /** The story a report joins, and why. */
  record Match(Story story, Evidence evidence) {}

  /** The open incident that fits best; for a call, else one closed shortly before. */
  Optional<Match> find(Report report, Turn turn) {
    Best best = new Best(report, turn.now());
    if (report.position() != null) {
      double reachM = correlation.reachM(report, report.position());
      turn.ledger().grid().near(report.position(), reachM, best);
    }
    if (report.subject() != null) turn.ledger().ofSubject(report.subject()).forEach(best);
    return Optional.ofNullable(best.fit)
        .map(fit -> new Match(fit.story(), correlation.evidence(fit)));
  }

  /** Keeps the best of the stories it is shown; in whatever order, the same one. */
  private final class Best implements Consumer<Story> {
    private final Report report;
    private final Instant now;
    private Correlation.@Nullable Fit fit;

    Best(Report report, Instant now) {
      this.report = report;
      this.now = now;
    }

    @Override
    public void accept(Story story) {
      if (!mayJoin(story)) return;
      correlation.fit(report, story).ifPresent(other -> {
        if (fit == null || isBetter(other, fit)) fit = other;
      });
    }

    private boolean mayJoin(Story story) {
      if (!story.incident().isOpen() && !mayReopen(story)) return false;
      return report.receiptSource() == null
          || story.takesReceiptOf(report.receiptSource(), report.receiptsAreIncidents());
    }

    private boolean mayReopen(Story story) {
      return report.isCall()
          && story
              .incident()
              .findClosedAt()
              .filter(at -> !now.isAfter(at.plus(reopenWindow)))
              .isPresent();
    }

    private static boolean isBetter(Correlation.Fit a, Correlation.Fit b) {
      boolean open = a.story().incident().isOpen();
      if (open != b.story().incident().isOpen()) return open;
      if (a.score() != b.score()) return a.score() > b.score();
      return a.story().incident().opened().seq() < b.story().incident().opened().seq();
    }
  }
}
