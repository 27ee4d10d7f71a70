package bongsu.core.incident;

import bongsu.core.wire.Fields;
import bongsu.core.wire.JsonText;

/** Evidence as docs/interface.md shows it, which is also how it is stored. */
final class EvidenceJson {
  private EvidenceJson() {}

  static void put(JsonText json, String name, Evidence e) {
    json.open(name).put("distanceM", e.distanceM()).put("laterS", e.laterS());
    json.put("kindA", e.kindA()).put("kindB", e.kindB());
    json.put("score", e.score()).put("threshold", e.threshold()).openList("parts");
    for (Evidence.Part part : e.parts())
      json.open()
          .put("name", part.name())
          .put("score", part.score())
          .put("weight", part.weight())
          .close();
    json.closeList().put("ko", e.words().ko()).put("en", e.words().en()).close();
  }

  static Evidence read(Fields f) {
    return new Evidence(
        (long) f.number("distanceM", 0, 1e9),
        (long) f.number("laterS", -1e12, 1e12),
        f.text("kindA", ReportJson.LONG),
        f.text("kindB", ReportJson.LONG),
        f.number("score", 0, 1),
        f.number("threshold", 0, 1),
        f.objects("parts", 100).stream().map(EvidenceJson::part).toList(),
        ReportJson.words(f));
  }

  private static Evidence.Part part(Fields f) {
    return new Evidence.Part(
        f.text("name", 64), f.number("score", 0, 1), f.number("weight", 0, 1e6));
  }
}
