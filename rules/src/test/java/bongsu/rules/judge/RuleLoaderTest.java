package bongsu.rules.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleLoaderTest {
  private static List<String> problems(Map<String, String> files) {
    RuleFileException e = assertThrows(RuleFileException.class, () -> RuleLoader.load(files));
    return e.problems().stream().map(RuleProblem::toString).toList();
  }

  private static List<String> problems(String yaml) {
    return problems(Map.of("a.yaml", yaml));
  }

  @Test
  void tellsEveryMistakeAtOnceWithFileLineFieldAndWhatWouldBeRight() {
    String a = """
        rules:
          - id: River One
            kind: threshold
            severity: 5
            incidentKind: flood
            on: { event: SensorReading, quantity: waterLevel }
            above: high
            holds: 60
            message:
              ko: "{palce} 수위"
        """;
    String b = """
        rules:
          - id: b
            version: 1
            kind: dwelling
            severity: 1
            incidentKind: fire
        """;
    List<String> found = problems(Map.of("b.yaml", b, "a.yaml", a));
    assertEquals(
        List.of(
            "a.yaml:2: rules[0].id: is River One; 1 to 64 of a-z 0-9 -, not starting with -",
            "a.yaml:2: rules[0].version: is missing; a whole number within 1..1000000",
            "a.yaml:4: rules[0].severity: is 5; a number within 1..4",
            "a.yaml:6: rules[0].on: must name one quantity; one, as two have not the same levels",
            "a.yaml:7: rules[0].above: is high; a number or asset.levels.NAME",
            "a.yaml:8: rules[0].holds: is unknown",
            "a.yaml:10: rules[0].message.en: is missing; the English message",
            "a.yaml:10: rules[0].message.ko: has the unknown placeholder {palce}",
            "b.yaml:4: rules[0].kind: is dwelling; one of threshold, fence, near"),
        found.stream()
            .filter(p -> !p.contains("on.quantity"))
            .map(p -> p.startsWith("a.yaml:8") ? p.substring(0, p.indexOf(';')) : p)
            .map(p -> p.contains("{palce}") ? p.substring(0, p.indexOf(';')) : p)
            .toList());
    assertTrue(
        found.stream()
            .anyMatch(
                p -> p.startsWith(
                    "a.yaml:6: rules[0].on.quantity: holds waterLevel; one of waterLevelM, waterDepthM")),
        String.join("\n", found));
  }

  @Test
  void anIdIsUsedOnceInAllFiles() {
    String body = "on: { event: SensorReading, quantity: waterLevelM }\natLeast: 1";
    String file = "rules:\n" + Given.text("twin", "threshold", body);
    assertEquals(
        List.of("b.yaml:2: rules[0].id: is twin, which a.yaml:2 has already; an id of its own"),
        problems(Map.of("a.yaml", file, "b.yaml", file)));
  }

  @Test
  void aBrokenFileIsPointedAt() {
    String found = problems("rules:\n  - id: a\n   kind: b\n").get(0);
    assertTrue(found.startsWith("a.yaml:3: is no YAML"), found);
    assertEquals(
        "a.yaml:1: is no YAML: the file is empty; mend it here", problems("").get(0));
    assertTrue(problems("- a").get(0).contains("is no mapping"));
    assertTrue(
        problems("rules:\n  - id: a\n    id: b\n").get(0).startsWith("a.yaml:3: is no YAML"));
  }

  @Test
  void theScopeIsTheKindsOwn() {
    String body = "scope: city\non: { event: SensorReading, quantity: waterLevelM }\natLeast: 1";
    List<String> found = problems("rules:\n" + Given.text("a", "threshold", body));
    assertEquals(1, found.size());
    assertTrue(found.get(0).endsWith("thing, or leave it out"), found.get(0));
  }

  @Test
  void aConditionNamesANumberOfItsEvent() {
    String body =
        "on: { event: CameraEvent, kinds: fire, when: [value >= 1, count > many] }\natLeast: 0.5";
    List<String> found = problems("rules:\n" + Given.text("a", "threshold", body));
    assertEquals(2, found.size());
    assertTrue(found.get(0).contains("one of confidence, count"), found.get(0));
  }

  @Test
  void aKindJudgesOnlyTheEventsItCan() {
    String found = problems(
            "rules:\n" + Given.text("a", "threshold", "on: { event: UnitPosition }"))
        .get(0);
    assertTrue(found.contains("which this kind cannot judge; one of SensorReading"), found);
  }

  @Test
  void aRuleAboutCallsForHelpIsAMistakeAsTheyNeedNone() {
    String body = "on: { event: HelpSignal, kinds: helpButton }";
    String found = problems("rules:\n" + Given.text("a", "threshold", body)).get(0);
    assertTrue(found.contains("on.event: is HelpSignal"), found);
  }

  @Test
  void aClearingLevelOnTheWrongSideIsAMistake() {
    String on = "on: { event: SensorReading, quantity: waterLevelM }\n";
    for (String body : List.of("atLeast: 3\nclear: 4", "below: 3\nclear: 2"))
      assertTrue(
          problems("rules:\n" + Given.text("a", "threshold", on + body)).get(0).contains("clear"));
  }

  @Test
  void twoLevelsOrNoneAreAMistake() {
    String on = "on: { event: SensorReading, quantity: waterLevelM }\n";
    assertEquals(
        1,
        problems("rules:\n" + Given.text("a", "threshold", on + "above: 1\nbelow: 3"))
            .size());
    assertTrue(problems("rules:\n" + Given.text("a", "threshold", on))
        .get(0)
        .contains("one of atLeast, above, atMost, below"));
  }

  @Test
  void rulesAreJudgedByPriority() {
    String body = "on: { event: SensorReading, quantity: waterLevelM }\natLeast: 1\npriority: ";
    RuleSet rules = Given.rules("rules:\n" + Given.text("a", "threshold", body + 10)
        + Given.text("b", "threshold", body + 90)
        + Given.text("c", "threshold", body + 10));
    assertEquals(
        List.of("b", "a", "c"),
        rules.listRules().stream().map(r -> r.head().id()).toList());
  }
}
