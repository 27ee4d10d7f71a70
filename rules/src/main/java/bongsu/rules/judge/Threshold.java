package bongsu.rules.judge;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code kind: threshold}: one thing says more, or less, than it should.
 *
 * <ul>
 *   <li>A {@code SensorReading} of one quantity against {@code atLeast}, {@code above}, {@code
 *       atMost} or {@code below}: a number or {@code asset.levels.NAME}; a sensor without that level
 *       is not judged. See {@link LevelRule} for {@code clear}, {@code clearMargin}, {@code holdS},
 *       {@code maxGapS}, {@code medianOf} and {@code overS}.
 *   <li>A {@code SignalStatus} or {@code DeviceStatus} that is one of {@code on.modes} or {@code
 *       on.statuses}, for {@code holdS}: raised while it is, cleared when it is not.
 *   <li>A {@code CameraEvent}: each that is selected raises, {@code quietS} apart. Its {@code
 *       confidence} (or, with {@code of: count}, its count) must reach the level. See {@link
 *       OccurrenceRule}.
 * </ul>
 */
final class Threshold implements RuleKind {
  private static final Set<EventType> TYPES =
      EnumSet.complementOf(EnumSet.of(EventType.UNIT_POSITION));
  private static final double DAY_S = 86_400;
  private static final Template LEVEL_CLEARED = new Template(
      "{place} {value} {unit}: 해제 (기준 {limit} {unit})",
      "{place} {value} {unit}: cleared (level {limit} {unit})");
  private static final Template STATE_CLEARED =
      new Template("{place}: 정상 복구", "{place}: back to normal");

  @Override
  public String name() {
    return "threshold";
  }

  @Override
  public Scope scope() {
    return Scope.THING;
  }

  @Override
  public @Nullable Rule read(RuleHead head, RuleFields fields) {
    Selection on = Selection.read(fields.map("on", "event and what of it"), TYPES);
    if (on == null) return null;
    return switch (on.type()) {
      case SENSOR_READING -> measured(head, fields, on);
      case SIGNAL_STATUS, DEVICE_STATUS -> stated(head, fields, on);
      default -> occurring(head, fields, on);
    };
  }

  private Rule measured(RuleHead head, RuleFields fields, Selection on) {
    if (on.words().size() != 1)
      fields.wrong("on", "must name one quantity", "one, as two have not the same levels");
    Level.Raise raise = raise(fields);
    LevelSpec spec = LevelSpec.read(fields, raise);
    Messages messages = Messages.read(fields, on.type(), LEVEL_CLEARED, "limit", "change");
    return new Rule(
        head, this, List.of(on), city -> LevelRule.ofReadings(head, on, spec, messages, city));
  }

  private Rule stated(RuleHead head, RuleFields fields, Selection on) {
    if (on.words().isEmpty())
      fields.wrong("on", "names no " + on.type().wordsKey, "the ones that raise");
    LevelSpec spec = LevelSpec.ofState(
        fields.number("holdS", 0, DAY_S, 0), fields.number("maxGapS", 0, DAY_S, DAY_S));
    Messages messages = Messages.read(fields, on.type(), STATE_CLEARED);
    return new Rule(
        head, this, List.of(on), city -> LevelRule.ofStates(head, on, spec, messages, city));
  }

  private Rule occurring(RuleHead head, RuleFields fields, Selection on) {
    if (on.words().isEmpty()) fields.wrong("on", "names no kinds", "the kinds that raise");
    String number = number(fields);
    Level.Raise raise = raise(fields);
    if (!raise.level().isFixed())
      fields.wrong(raise.comparison().key(), "is no number", "cameras have no levels of their own");
    double quietS = fields.number("quietS", 0, DAY_S, 300);
    Messages messages = Messages.read(fields, on.type(), STATE_CLEARED, "limit");
    Condition reached = new Condition(
        EventType.number(number), raise.comparison(), raise.level().fixed());
    return new Rule(
        head,
        this,
        List.of(on),
        city -> new OccurrenceRule(
            new Aim(on, city.assets()), reached, quietS, new Announcer(head, messages, city)));
  }

  private static String number(RuleFields fields) {
    String of = fields.findText("of");
    if (of == null || of.equals("confidence")) return "confidence";
    if (!of.equals("count")) fields.wrong("of", "is " + of, "confidence or count");
    return "count";
  }

  private static Level.Raise raise(RuleFields fields) {
    int before = fields.problemCount();
    Level.Raise raise = Level.findRaise(fields);
    if (raise == null && fields.problemCount() == before)
      fields.wrong("", "names no level", "one of atLeast, above, atMost, below");
    return raise == null ? new Level.Raise(Comparison.AT_LEAST, Level.of(0)) : raise;
  }
}
