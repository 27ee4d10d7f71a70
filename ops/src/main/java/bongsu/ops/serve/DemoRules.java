package bongsu.ops.serve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The rules that come with the demo city, named in a list since a jar has no folders. */
final class DemoRules {
  private static final String FOLDER = "/rules/suwon/";

  private DemoRules() {}

  static Map<String, String> read() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String name : text("files.txt").lines().toList())
      if (!name.isBlank()) texts.put(name, text(name));
    return texts;
  }

  private static String text(String name) throws IOException {
    try (InputStream in = DemoRules.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) throw new IOException("missing resource " + FOLDER + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
