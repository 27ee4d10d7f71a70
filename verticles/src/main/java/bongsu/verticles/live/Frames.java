package bongsu.verticles.live;

import bongsu.core.wire.JsonText;
import bongsu.verticles.clock.CityClock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The messages of {@code /api/v1/live}, as docs/interface.md says. */
final class Frames {
  private static final List<String> LAYERS = List.of("units", "sensors", "signals", "cameras");

  private final CityClock clock;
  private final String node;

  Frames(CityClock clock, String node) {
    this.clock = clock;
    this.node = node;
  }

  String snapshot(
      long seq,
      boolean resumed,
      List<IncidentBoard.Line> incidents,
      List<Picture.Shown> things,
      List<String> unconfirmed,
      String status) {
    JsonText json = head("snapshot", seq)
        .put("resumed", resumed)
        .put("cityRate", clock.rate())
        .put("node", node)
        .openList("incidents")
        .items(summaries(incidents))
        .closeList();
    Map<String, List<String>> byLayer = byLayer(things);
    for (String layer : LAYERS)
      json.openList(layer).items(byLayer.getOrDefault(layer, List.of())).closeList();
    json.openList("unconfirmed").items(unconfirmed).closeList();
    return json.raw("status", status).close().toString();
  }

  /** All that there are now, perhaps none. */
  String unconfirmed(long seq, List<String> unconfirmed) {
    JsonText json =
        head("delta", seq).openList("unconfirmed").items(unconfirmed).closeList();
    return json.close().toString();
  }

  String incidents(long seq, List<IncidentBoard.Line> incidents) {
    return delta(seq, incidents, List.of(), "");
  }

  /** @param status empty for none */
  String delta(
      long seq, List<IncidentBoard.Line> incidents, List<Picture.Shown> things, String status) {
    JsonText json = head("delta", seq);
    if (!incidents.isEmpty())
      json.openList("incidents").items(summaries(incidents)).closeList();
    byLayer(things).forEach((layer, items) -> json.openList(layer).items(items).closeList());
    if (!status.isEmpty()) json.raw("status", status);
    return json.close().toString();
  }

  private JsonText head(String type, long seq) {
    return new JsonText()
        .open()
        .put("type", type)
        .put("seq", seq)
        .put("sentAt", clock.realTime().instant())
        .put("cityTime", clock.now());
  }

  private static Collection<String> summaries(List<IncidentBoard.Line> incidents) {
    return incidents.stream().map(IncidentBoard.Line::summary).toList();
  }

  private static Map<String, List<String>> byLayer(List<Picture.Shown> things) {
    Map<String, List<String>> byLayer = new TreeMap<>();
    for (Picture.Shown shown : things)
      byLayer
          .computeIfAbsent(shown.thing().layer(), first -> new ArrayList<>())
          .add(shown.thing().json());
    return byLayer;
  }
}
