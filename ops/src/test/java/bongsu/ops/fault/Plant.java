package bongsu.ops.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A bug planted in our own source: pieces of text that are there once, and what stands there
 * instead. The product has no switch for it.
 *
 * @param row of the matrix that must bring it to light
 */
record Plant(String name, int row, List<Edit> edits) {
  private static final Path MODULES = Path.of("..");

  /** @param file below the project's root */
  record Edit(String file, String before, String after) {}

  static Plant of(String name, int row, Edit... edits) {
    return new Plant(name, row, List.of(edits));
  }

  static Edit in(String className, String before, String after) {
    return new Edit(
        "verticles/src/main/java/bongsu/verticles/" + className + ".java", before, after);
  }

  /** What owners do step by step. */
  static Edit inOwner(String className, String before, String after) {
    return new Edit("rules/src/main/java/bongsu/rules/owner/" + className + ".java", before, after);
  }

  /** Compiles the changed classes; what is not found exactly once fails. */
  Path compileInto(Path dir) throws IOException {
    Path sources = Files.createDirectories(dir.resolve("sources"));
    Path classes = Files.createDirectories(dir.resolve("classes"));
    List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d", "" + classes));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    for (Map.Entry<String, String> changed : changed().entrySet()) {
      Path source = sources.resolve(Path.of(changed.getKey()).getFileName());
      arguments.add(Files.writeString(source, changed.getValue()).toString());
    }
    StringWriter said = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    boolean done = compiler
        .getTask(
            said,
            null,
            null,
            arguments.subList(0, 6),
            null,
            compiler
                .getStandardFileManager(null, null, null)
                .getJavaFileObjects(arguments.subList(6, arguments.size()).toArray(String[]::new)))
        .call();
    assertTrue(done, name + ": " + said);
    return classes;
  }

  private Map<String, String> changed() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Edit edit : edits) {
      if (!texts.containsKey(edit.file))
        texts.put(edit.file, Files.readString(MODULES.resolve(edit.file)));
      String text = texts.get(edit.file);
      assertEquals(
          2,
          text.split(java.util.regex.Pattern.quote(edit.before), -1).length,
          name + " must find its text once in " + edit.file + ": " + edit.before);
      texts.put(edit.file, text.replace(edit.before, edit.after));
    }
    return texts;
  }

  @Override
  public String toString() {
    return name;
  }
}
