package bongsu.rules.judge;

import bongsu.core.wire.WireEnum;
import bongsu.rules.judge.yaml.YamlNode;
import bongsu.rules.judge.yaml.YamlNode.Items;
import bongsu.rules.judge.yaml.YamlNode.Mapping;
import bongsu.rules.judge.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one mapping in a rule file. What is wrong is noted and reading goes on with a
 * harmless value, so that an author sees all mistakes at once; {@link #noOthers} notes the keys
 * nobody asked for.
 */
final class RuleFields {
  private final String file;
  private final String path;
  private final Mapping map;
  private final List<RuleProblem> problems;
  private final Set<String> asked = new LinkedHashSet<>();

  RuleFields(String file, String path, Mapping map, List<RuleProblem> problems) {
    this.file = file;
    this.path = path;
    this.map = map;
    this.problems = problems;
  }

  /** Notes a mistake in the field, at its line, or at the mapping's when it is missing. */
  void wrong(String name, String wrong, String right) {
    int line = map.keyLines().getOrDefault(name, map.line());
    String field = path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
    problems.add(new RuleProblem(file, line, field, wrong, right));
  }

  boolean has(String name) {
    asked.add(name);
    return map.entries().containsKey(name);
  }

  private @Nullable YamlNode find(String name) {
    asked.add(name);
    return map.entries().get(name);
  }

  @Nullable
  String findText(String name) {
    YamlNode node = find(name);
    if (node == null) return null;
    if (node instanceof Scalar scalar && !scalar.text().isEmpty()) return scalar.text();
    wrong(name, "is no text", "write one value");
    return null;
  }

  /** The text, empty when it is missing, which is noted. */
  String text(String name, String right) {
    String text = findText(name);
    if (text == null && !has(name)) wrong(name, "is missing", right);
    return text == null ? "" : text;
  }

  /** One text or a list of them; none when the field is missing. */
  List<String> texts(String name) {
    YamlNode node = find(name);
    if (node == null) return List.of();
    List<YamlNode> items = node instanceof Items list ? list.items() : List.of(node);
    List<String> texts = new ArrayList<>();
    for (YamlNode item : items) {
      if (item instanceof Scalar scalar && !scalar.text().isEmpty()) texts.add(scalar.text());
      else wrong(name, "holds something that is no text", "write one value or a list of values");
    }
    if (items.isEmpty()) wrong(name, "is an empty list", "name at least one, or leave it out");
    return texts;
  }

  @Nullable
  Double findNumber(String name, double min, double max) {
    String text = findText(name);
    if (text == null) return null;
    Double number = parse(text);
    if (number != null && number >= min && number <= max) return number;
    wrong(name, "is " + text, "a number within " + Numbers.plain(min) + ".." + Numbers.plain(max));
    return null;
  }

  double number(String name, double min, double max, double otherwise) {
    Double number = findNumber(name, min, max);
    return number == null ? otherwise : number;
  }

  /** A whole number that must be there. */
  int whole(String name, int min, int max) {
    if (!has(name)) wrong(name, "is missing", "a whole number within " + min + ".." + max);
    return whole(name, min, max, min);
  }

  int whole(String name, int min, int max, int otherwise) {
    Double number = findNumber(name, min, max);
    if (number == null) return otherwise;
    if (number == Math.rint(number)) return number.intValue();
    wrong(name, "is " + Numbers.plain(number), "a whole number within " + min + ".." + max);
    return otherwise;
  }

  boolean flag(String name) {
    String text = findText(name);
    if (text == null || text.equals("false")) return false;
    if (!text.equals("true")) wrong(name, "is " + text, "true or false");
    return true;
  }

  /** The constant, or null when it is missing or unknown, which is noted. */
  <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
    WireEnum<E> words = WireEnum.of(type);
    String text = text(name, "one of " + words.allowed());
    if (text.isEmpty()) return null;
    E constant = words.find(text).orElse(null);
    if (constant == null) wrong(name, "is " + text, "one of " + words.allowed());
    return constant;
  }

  /** The constants named by one word or a list; empty when the field is missing. */
  <E extends Enum<E>> Set<E> setOf(String name, Class<E> type) {
    WireEnum<E> words = WireEnum.of(type);
    Set<E> constants = EnumSet.noneOf(type);
    for (String text : texts(name)) {
      E constant = words.find(text).orElse(null);
      if (constant == null) wrong(name, "holds " + text, "one of " + words.allowed());
      else constants.add(constant);
    }
    return constants;
  }

  /** The inner mapping; an empty one when it is missing, which is noted. */
  RuleFields map(String name, String right) {
    if (!has(name)) wrong(name, "is missing", right);
    RuleFields inner = findMap(name);
    return inner == null ? empty(name) : inner;
  }

  @Nullable
  RuleFields findMap(String name) {
    YamlNode node = find(name);
    if (node == null) return null;
    if (node instanceof Mapping inner) return new RuleFields(file, within(name), inner, problems);
    wrong(name, "is no mapping", "write key: value lines below it");
    return empty(name);
  }

  /** The mappings of a list; what is none is noted. */
  List<RuleFields> maps(String name) {
    YamlNode node = find(name);
    List<RuleFields> maps = new ArrayList<>();
    if (!(node instanceof Items list)) {
      wrong(name, node == null ? "is missing" : "is no list", "a list: lines that start with -");
      return maps;
    }
    for (int i = 0; i < list.items().size(); i++) {
      String item = within(name) + "[" + i + "]";
      if (list.items().get(i) instanceof Mapping inner)
        maps.add(new RuleFields(file, item, inner, problems));
      else
        problems.add(new RuleProblem(
            file, list.items().get(i).line(), item, "is no mapping", "a rule: id, version, …"));
    }
    return maps;
  }

  /** Notes every key that was never asked for. */
  void noOthers() {
    for (String key : map.entries().keySet()) {
      if (!asked.contains(key)) wrong(key, "is unknown", "one of " + String.join(", ", asked));
    }
  }

  /** How many mistakes have been noted so far, to tell a wrong field from a missing one. */
  int problemCount() {
    return problems.size();
  }

  int line() {
    return map.line();
  }

  private String within(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private RuleFields empty(String name) {
    Mapping none =
        new Mapping(map.keyLines().getOrDefault(name, map.line()), new LinkedHashMap<>(), Map.of());
    // Everything missing inside a missing mapping is one mistake, noted already.
    return new RuleFields(file, within(name), none, new ArrayList<>());
  }

  private static @Nullable Double parse(String text) {
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
