package bongsu.rules.judge;

import bongsu.rules.judge.yaml.YamlNode;
import bongsu.rules.judge.yaml.YamlTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads rule files. All of them are right, or none is used. */
public final class RuleLoader {
  private final List<RuleProblem> problems = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, String> placeById = new HashMap<>();

  private RuleLoader() {}

  /**
   * @param textByFile the files' text by their names, which problems then name
   * @throws RuleFileException with every mistake in every file
   */
  public static RuleSet load(Map<String, String> textByFile) throws RuleFileException {
    RuleLoader loader = new RuleLoader();
    new TreeMap<>(textByFile).forEach(loader::file);
    if (loader.problems.isEmpty()) return new RuleSet(loader.rules);
    loader.problems.sort(Comparator.comparing(RuleProblem::file).thenComparing(RuleProblem::line));
    throw new RuleFileException(loader.problems);
  }

  private void file(String file, String text) {
    try {
      if (YamlTree.read(text) instanceof YamlNode.Mapping root) rules(file, root);
      else problems.add(new RuleProblem(file, 1, "", "is no mapping", "start with rules:"));
    } catch (YamlTree.BrokenYaml e) {
      String message = String.valueOf(e.getMessage());
      problems.add(new RuleProblem(file, e.line(), "", "is no YAML: " + message, "mend it here"));
    }
  }

  private void rules(String file, YamlNode.Mapping root) {
    RuleFields top = new RuleFields(file, "", root, problems);
    for (RuleFields fields : top.maps("rules")) {
      Rule rule = rule(fields);
      if (rule == null) continue;
      noteRepeated(file, fields, rule.head().id());
      rules.add(rule);
    }
    top.noOthers();
  }

  private static @Nullable Rule rule(RuleFields fields) {
    RuleHead head = RuleHead.read(fields);
    String name = fields.text("kind", "one of " + RuleKinds.allowed());
    RuleKind kind = RuleKinds.find(name).orElse(null);
    if (kind == null) {
      if (!name.isEmpty()) fields.wrong("kind", "is " + name, "one of " + RuleKinds.allowed());
      return null;
    }
    checkScope(fields, kind);
    Rule rule = kind.read(head, fields);
    if (rule != null) fields.noOthers();
    return rule;
  }

  /** A file may say the scope for its readers, but cannot choose it. */
  private static void checkScope(RuleFields fields, RuleKind kind) {
    if (!fields.has("scope")) return;
    Scope scope = fields.oneOf("scope", Scope.class);
    if (scope != null && scope != kind.scope())
      fields.wrong(
          "scope",
          "does not fit the kind " + kind.name(),
          bongsu.core.wire.WireEnum.wordOf(kind.scope()) + ", or leave it out");
  }

  private void noteRepeated(String file, RuleFields fields, String id) {
    String before = placeById.putIfAbsent(id, file + ":" + fields.line());
    if (before != null && !id.isEmpty())
      fields.wrong("id", "is " + id + ", which " + before + " has already", "an id of its own");
  }
}
