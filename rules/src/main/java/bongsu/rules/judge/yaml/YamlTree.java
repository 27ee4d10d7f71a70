package bongsu.rules.judge.yaml;

import bongsu.rules.judge.yaml.YamlNode.Items;
import bongsu.rules.judge.yaml.YamlNode.Mapping;
import bongsu.rules.judge.yaml.YamlNode.Scalar;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads YAML text into nodes that know their lines. Anchors and a second document are refused. */
public final class YamlTree {
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final int MAX_DEPTH = 20;

  private YamlTree() {}

  /** The text is no YAML we read. */
  public static final class BrokenYaml extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    BrokenYaml(int line, String reason) {
      super(reason);
      this.line = line;
    }

    public int line() {
      return line;
    }
  }

  public static YamlNode read(String text) throws BrokenYaml {
    try (JsonParser parser = YAML.createParser(text)) {
      if (parser.nextToken() == null) throw new BrokenYaml(1, "the file is empty");
      YamlNode root = node(parser, 0);
      if (parser.nextToken() != null) throw new BrokenYaml(line(parser), "a second document");
      return root;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new BrokenYaml(at == null ? 1 : at.getLineNr(), firstLine(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new BrokenYaml(1, String.valueOf(e.getMessage()));
    }
  }

  private static YamlNode node(JsonParser parser, int depth) throws IOException, BrokenYaml {
    if (depth > MAX_DEPTH) throw new BrokenYaml(line(parser), "nested too deeply");
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser, depth);
      case START_ARRAY -> items(parser, depth);
      case VALUE_NULL -> new Scalar(line(parser), "");
      case VALUE_EMBEDDED_OBJECT -> throw new BrokenYaml(line(parser), "a tag or an alias");
      default -> new Scalar(line(parser), parser.getText());
    };
  }

  private static YamlNode mapping(JsonParser parser, int depth) throws IOException, BrokenYaml {
    int line = line(parser);
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    Map<String, Integer> keyLines = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = line(parser);
      parser.nextToken();
      if (entries.put(key, node(parser, depth + 1)) != null)
        throw new BrokenYaml(keyLine, "the key " + key + " stands here twice");
      keyLines.put(key, keyLine);
    }
    return new Mapping(line, entries, keyLines);
  }

  private static YamlNode items(JsonParser parser, int depth) throws IOException, BrokenYaml {
    int line = line(parser);
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) items.add(node(parser, depth + 1));
    return new Items(line, items);
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
