package bongsu.rules.judge;

import bongsu.core.alarm.Alarm;
import bongsu.core.event.CityEvent;
import bongsu.rules.judge.Judgement.AlarmCleared;
import bongsu.rules.judge.Judgement.AlarmRaised;
import bongsu.rules.judge.Judgement.Selected;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A judge under test, telling what each event led to: "", "raised", "cleared", "selected". */
final class Judged {
  private final ShardJudge judge;
  final List<Judgement> all = new ArrayList<>();

  Judged(RuleSet rules) {
    this(rules, new TestCity());
  }

  Judged(RuleSet rules, AssetView city) {
    judge = new ShardJudge(rules, city, Given.PLANE);
  }

  String on(CityEvent event) {
    List<Judgement> judgements = judge.on(event);
    all.addAll(judgements);
    return words(judgements);
  }

  /** What each of several events led to, in one line. */
  String on(List<? extends CityEvent> events) {
    return events.stream()
        .map(this::on)
        .map(word -> word.isEmpty() ? "-" : word)
        .collect(Collectors.joining(" "));
  }

  Alarm lastAlarm() {
    for (int i = all.size() - 1; i >= 0; i--)
      if (all.get(i) instanceof AlarmRaised raised) return raised.alarm();
    throw new AssertionError("no alarm was raised");
  }

  AlarmCleared lastCleared() {
    for (int i = all.size() - 1; i >= 0; i--)
      if (all.get(i) instanceof AlarmCleared cleared) return cleared;
    throw new AssertionError("no alarm was cleared");
  }

  static String words(List<Judgement> judgements) {
    return judgements.stream().map(Judged::word).collect(Collectors.joining("+"));
  }

  private static String word(Judgement judgement) {
    if (judgement instanceof AlarmRaised) return "raised";
    if (judgement instanceof AlarmCleared) return "cleared";
    return judgement instanceof Selected ? "selected" : "progress";
  }
}
