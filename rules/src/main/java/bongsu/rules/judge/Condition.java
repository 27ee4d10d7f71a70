package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One line of {@code when}: a number of the event against a constant, {@code confidence >= 0.7}. */
record Condition(ToDoubleFunction<CityEvent> number, Comparison comparison, double level) {
  /** An event that does not say the number does not fulfil the condition. */
  boolean holds(CityEvent event) {
    return comparison.holds(number.applyAsDouble(event), level);
  }

  /** All of them must hold. */
  static List<Condition> readAll(RuleFields fields, EventType type) {
    List<Condition> conditions = new ArrayList<>();
    for (String line : fields.texts("when")) {
      String[] parts = line.strip().split("\\s+");
      if (isRight(parts, type)) conditions.add(of(parts));
      else fields.wrong("when", "holds \"" + line + "\"", allowed(type));
    }
    return conditions;
  }

  private static boolean isRight(String[] parts, EventType type) {
    return parts.length == 3
        && type.numbers().contains(parts[0])
        && Comparison.findBySign(parts[1]).isPresent()
        && parts[2].matches("-?\\d+(\\.\\d+)?");
  }

  private static Condition of(String[] parts) {
    return new Condition(
        EventType.number(parts[0]),
        Comparison.findBySign(parts[1]).orElseThrow(),
        Double.parseDouble(parts[2]));
  }

  private static String allowed(EventType type) {
    return type.numbers().isEmpty()
        ? "a " + type.wire() + " carries no numbers: leave it out"
        : "one of " + String.join(", ", type.numbers()) + ", then >=, >, <= or <, then a number";
  }
}
