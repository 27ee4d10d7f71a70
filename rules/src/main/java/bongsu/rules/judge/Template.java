package bongsu.rules.judge;

import bongsu.core.text.Bilingual;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message with places to fill in: {@code {place} 수위 {value} {unit}}. */
record Template(String ko, String en) {
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");

  /** A placeholder without a value stays as a dash: the message still says the rest. */
  Bilingual fill(Map<String, Bilingual> values) {
    return new Bilingual(fill(ko, values, Bilingual::ko), fill(en, values, Bilingual::en));
  }

  private static String fill(
      String text,
      Map<String, Bilingual> values,
      java.util.function.Function<Bilingual, String> in) {
    UnaryOperator<String> word = name -> {
      Bilingual value = values.get(name);
      return value == null ? "–" : in.apply(value);
    };
    return PLACE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(word.apply(m.group(1))));
  }

  /** Reads {@code {ko, en}} and notes placeholders that could never be filled. */
  static Template read(RuleFields fields, Set<String> allowed) {
    String ko = fields.text("ko", "the Korean message");
    String en = fields.text("en", "the English message");
    check(fields, "ko", ko, allowed);
    check(fields, "en", en, allowed);
    fields.noOthers();
    return new Template(ko, en);
  }

  private static void check(RuleFields fields, String name, String text, Set<String> allowed) {
    Matcher places = PLACE.matcher(text);
    while (places.find()) {
      if (!allowed.contains(places.group(1)))
        fields.wrong(
            name,
            "has the unknown placeholder " + places.group(),
            "one of {" + String.join("}, {", new TreeSet<>(allowed)) + "}");
    }
  }
}
