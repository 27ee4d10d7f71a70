package bongsu.rules.fuse;

import bongsu.core.alarm.Alarm;
import bongsu.core.incident.AlarmRecord;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.Opening;
import java.time.ZoneId;

/** What alarms do: join an incident near in place, time and kind, or open one. */
final class AlarmFusion {
  private final Matching matching;
  private final Places places;
  private final Consequences consequences;
  private final ZoneId zone;

  AlarmFusion(Matching matching, Places places, Consequences consequences, ZoneId zone) {
    this.matching = matching;
    this.places = places;
    this.consequences = consequences;
    this.zone = zone;
  }

  /** An alarm that is known already changes nothing. */
  void onRaised(Turn turn, Alarm alarm) {
    if (turn.ledger().findByAlarm(alarm.alarmId()).isPresent()) return;
    matching
        .find(Report.of(alarm, turn.now()), turn)
        .ifPresentOrElse(match -> join(turn, match, alarm), () -> open(turn, alarm));
  }

  private void join(Turn turn, Matching.Match match, Alarm alarm) {
    turn.change(
        match.story(), head -> new IncidentChange.AlarmJoined(head, alarm, match.evidence()));
    consequences.settle(turn, match.story());
  }

  private void open(Turn turn, Alarm alarm) {
    Places.Spot spot = places.spot(alarm.position(), null);
    turn.open(
        new Opening.ByAlarm(alarm),
        alarm.kind(),
        alarm.severity(),
        spot.position(),
        spot.place(),
        alarm.cause().exercise(),
        zone);
  }

  /** The record is marked; the incident stays open, as a calm sensor does not end a happening. */
  void onCleared(Turn turn, FusionInput.AlarmCleared input) {
    turn.ledger()
        .findByAlarm(input.alarmId())
        .filter(story -> isRaised(story, input.alarmId()))
        .ifPresent(story -> {
          boolean last = isLastRaised(story, input.alarmId());
          turn.change(
              story,
              head -> new IncidentChange.AlarmCleared(
                  head, input.alarmId(), input.cause(), last && isOfAlarmsOnly(story)));
        });
  }

  private static boolean isRaised(Story story, String alarmId) {
    return story.records().findAlarm(alarmId).filter(r -> r.clearedAt() == null).isPresent();
  }

  private static boolean isLastRaised(Story story, String alarmId) {
    for (AlarmRecord record : story.records().alarms())
      if (record.clearedAt() == null && !record.alarm().alarmId().equals(alarmId)) return false;
    return true;
  }

  static boolean isOfAlarmsOnly(Story story) {
    return story.records().calls().isEmpty()
        && story.records().helps().isEmpty()
        && !(story.incident().opened().opening() instanceof Opening.ByHand);
  }
}
