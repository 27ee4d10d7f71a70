package bongsu.rules.judge;

import bongsu.core.wire.WireEnum;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A level to compare with: the same for all things, or the one registered for each.
 *
 * @param assetLevel {@code attention} for {@code asset.levels.attention}; null when it is fixed
 */
record Level(double fixed, @Nullable String assetLevel) {
  private static final String PREFIX = "asset.levels.";

  static Level of(double fixed) {
    return new Level(fixed, null);
  }

  boolean isFixed() {
    return assetLevel == null;
  }

  /** The level of a thing by its id; NaN where none is registered. */
  ToDoubleFunction<String> in(AssetView assets) {
    if (assetLevel == null) return id -> fixed;
    Map<String, Double> byId = new HashMap<>();
    for (Thing thing : assets.listThings()) {
      Double level = thing.levels().get(assetLevel);
      if (level != null) byId.put(thing.id(), level);
    }
    return id -> {
      Double level = byId.get(id);
      return level == null ? Double.NaN : level;
    };
  }

  static @Nullable Level find(RuleFields fields, String name) {
    String text = fields.findText(name);
    if (text == null) return null;
    if (text.startsWith(PREFIX) && text.length() > PREFIX.length())
      return new Level(Double.NaN, text.substring(PREFIX.length()));
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) return of(number);
    } catch (NumberFormatException e) {
      // noted below, with every other text that is no level
    }
    fields.wrong(name, "is " + text, "a number or " + PREFIX + "NAME");
    return null;
  }

  /** The one comparison a rule names, with its level; null when it names none or several. */
  static @Nullable Raise findRaise(RuleFields fields) {
    Raise found = null;
    for (Comparison comparison : Comparison.values()) {
      Level level = find(fields, WireEnum.wordOf(comparison));
      if (level == null) continue;
      if (found != null)
        fields.wrong(comparison.key(), "stands beside " + found.comparison().key(), "only one");
      found = new Raise(comparison, level);
    }
    return found;
  }

  /** From which side a level is reached. */
  record Raise(Comparison comparison, Level level) {}
}
