package bongsu.rules.judge.yaml;

import java.util.List;
import java.util.Map;

/** A value in a YAML file and the line it stands on, from 1. */
public sealed interface YamlNode {
  int line();

  /** @param text the value as written, without quotes; empty for a null */
  record Scalar(int line, String text) implements YamlNode {}

  record Items(int line, List<YamlNode> items) implements YamlNode {}

  /** @param keyLines the line of each key, which is where a reader looks for it */
  record Mapping(int line, Map<String, YamlNode> entries, Map<String, Integer> keyLines)
      implements YamlNode {}
}
