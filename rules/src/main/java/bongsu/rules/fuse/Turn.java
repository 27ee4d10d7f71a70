package bongsu.rules.fuse;

import bongsu.core.geo.Position;
import bongsu.core.incident.ChangeHead;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.IncidentKind;
import bongsu.core.incident.Opening;
import bongsu.core.incident.Severity;
import bongsu.core.text.Bilingual;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One input at work: makes changes, applies them and collects them. */
final class Turn {
  private final Ledger ledger;
  private final long inputNo;
  private final Instant now;
  private final List<IncidentChange> changes = new ArrayList<>();

  Turn(Ledger ledger, long inputNo, Instant now) {
    this.ledger = ledger;
    this.inputNo = inputNo;
    this.now = now;
  }

  Instant now() {
    return now;
  }

  Ledger ledger() {
    return ledger;
  }

  List<IncidentChange> changes() {
    return changes;
  }

  /** Opens an incident with its first report. */
  Story open(
      Opening opening,
      IncidentKind kind,
      Severity severity,
      @Nullable Position position,
      Bilingual place,
      boolean exercise,
      ZoneId zone) {
    String id = ledger.nextId(now, zone);
    ChangeHead head = new ChangeHead(ledger.seq() + 1, id, 1, now, inputNo);
    add(new IncidentChange.Opened(head, opening, kind, severity, position, place, exercise));
    return ledger.find(id).orElseThrow();
  }

  /** Adds the next change of a story. */
  void change(Story story, Function<ChangeHead, IncidentChange> change) {
    add(change.apply(new ChangeHead(
        ledger.seq() + 1, story.incident().id(), story.incident().revision() + 1, now, inputNo)));
  }

  private void add(IncidentChange change) {
    ledger.apply(change);
    changes.add(change);
  }
}
