package bongsu.ops.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of docs/interface.md are valid messages of the schemas they name. */
class InterfaceExamplesTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "interface.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\S*) ?(\\w*)\n(.*?)^```$");
  private static final Pattern INLINE = Pattern.compile("`([{\\[]\"?\\w*\"[^`]*)`");

  private static List<MatchResult> blocks() throws IOException {
    return BLOCK.matcher(Files.readString(DOCUMENT)).results().toList();
  }

  static List<Map.Entry<String, String>> examples() throws IOException {
    List<Map.Entry<String, String>> examples = new ArrayList<>();
    for (MatchResult block : blocks()) examples.add(Map.entry(block.group(2), block.group(3)));
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsValid(Map.Entry<String, String> example) {
    assertEquals(
        List.of(),
        Contract.strictObjections(example.getKey(), Mutants.parse(example.getValue())),
        example.toString());
  }

  @Test
  void everyExampleNamesItsSchema() throws IOException {
    for (MatchResult block : blocks()) {
      assertEquals("json", block.group(1), block.group());
      assertTrue(Contract.schemas().contains(block.group(2)), block.group());
    }
    String rest = BLOCK.matcher(Files.readString(DOCUMENT)).replaceAll("");
    assertEquals(
        List.of(), INLINE.matcher(rest).results().map(MatchResult::group).toList());
  }

  @Test
  void everyTypeOfEventHasAnExample() throws IOException {
    List<String> named = examples().stream().map(Map.Entry::getKey).toList();
    FullEvents.types()
        .forEach(type -> assertTrue(named.contains(type.getSimpleName()), type.getSimpleName()));
  }

  @Test
  void theTablesNameEveryFieldAndWordOfAnEvent() throws IOException {
    String text = Files.readString(DOCUMENT);
    for (var type : FullEvents.types())
      Contract.shape(type.getSimpleName()).properties().forEach((name, shape) -> {
        assertTrue(text.contains("`" + name + "`") || text.contains("`\"" + name + "\":"), name);
        for (String word : shape.words()) assertTrue(text.contains("`" + word + "`"), word);
      });
  }
}
