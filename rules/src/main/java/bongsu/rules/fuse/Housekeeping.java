package bongsu.rules.fuse;

import bongsu.core.event.CloseCode;
import bongsu.core.incident.AlarmRecord;
import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What time does: closed incidents leave memory, calm ones close when the city wants that. */
final class Housekeeping {
  private final FusionSettings settings;

  Housekeeping(FusionSettings settings) {
    this.settings = settings;
  }

  void onTick(Turn turn) {
    Instant oldest = turn.now().minus(settings.closedStays());
    for (Story story : List.copyOf(turn.ledger().stories())) {
      if (isPast(story.incident(), oldest)) turn.ledger().forget(story);
      else if (isCalm(story, turn.now()))
        turn.change(story, head -> new IncidentChange.Closed(head, CloseCode.COMPLETED, null));
    }
  }

  private static boolean isPast(Incident incident, Instant oldest) {
    return incident.findClosedAt().filter(oldest::isAfter).isPresent();
  }

  private boolean isCalm(Story story, Instant now) {
    Duration calm = settings.autoCloseCleared();
    return !calm.isZero()
        && story.incident().isOpen()
        && AlarmFusion.isOfAlarmsOnly(story)
        && story.records().alarms().stream().allMatch(record -> isCalm(record, now.minus(calm)));
  }

  private static boolean isCalm(AlarmRecord record, Instant since) {
    Instant clearedAt = record.clearedAt();
    return clearedAt != null && !clearedAt.isAfter(since);
  }
}
