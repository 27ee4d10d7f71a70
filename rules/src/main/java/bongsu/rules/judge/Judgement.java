package bongsu.rules.judge;

import bongsu.core.alarm.Alarm;
import bongsu.core.event.CityEvent;
import bongsu.core.event.Origin;
import bongsu.core.event.UnitPosition;
import bongsu.core.text.Bilingual;
import java.time.ZoneOffset;

/** What judging an event led to. {@link JudgementJson} is its form in the store. */
public sealed interface Judgement {
  /** Unique and the same however often the event is judged again. */
  String key();

  /** A rule found something. */
  record AlarmRaised(Alarm alarm) implements Judgement {
    @Override
    public String key() {
      return alarm.alarmId() + "/raised";
    }
  }

  /**
   * What a rule found is over. Alarms about moments (a camera saw a fall) are never cleared.
   *
   * @param subject of the alarm
   * @param cause the event that ended it; its {@code observedAt} is when
   */
  record AlarmCleared(
      String alarmId, String ruleId, String subject, Origin cause, Bilingual message)
      implements Judgement {
    @Override
    public String key() {
      return alarmId + "/cleared";
    }
  }

  /** A rule of city scope wants this event: it goes to the city's {@link CityJudge}. */
  record Selected(CityEvent event) implements Judgement {
    @Override
    public String key() {
      return identity(event) + "/selected";
    }
  }

  /** A unit on a call reported a status it did not have before. */
  record UnitProgress(UnitPosition event) implements Judgement {
    @Override
    public String key() {
      return identity(event) + "/progress";
    }
  }

  private static String identity(CityEvent event) {
    return event.origin().source() + "/" + eventIdOfDay(event);
  }

  /** Telemetry is unique by source, event id and UTC day: a gateway may count from 1 every day. */
  static String eventIdOfDay(CityEvent event) {
    return event.origin().eventId() + "@"
        + event.observedAt().atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
