package bongsu.verticles.journal;

import bongsu.core.event.CallReport;
import bongsu.core.event.CityEvent;
import bongsu.core.event.HelpSignal;
import bongsu.core.wire.JsonText;
import bongsu.verticles.shard.Parcel;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 미확정: calls and help signals that a node has acknowledged into its journal and that are no
 * incidents yet, as pages show them: without personal fields. Safe for any thread.
 */
final class Unconfirmed {
  private static final int MOST_SHOWN = 200;

  private final String node;
  private final Map<CallId, String> entries = new LinkedHashMap<>();
  private long version;

  Unconfirmed(String node) {
    this.node = node;
  }

  synchronized void onKept(List<Parcel> parcels) {
    for (Parcel parcel : parcels)
      entries.put(CallId.of(parcel), entry(CallId.of(parcel), parcel.event()));
    version++;
  }

  synchronized void onIncidents(Set<CallId> calls) {
    if (entries.keySet().removeAll(calls)) version++;
  }

  /** Another number whenever something has changed. */
  synchronized long version() {
    return version;
  }

  /** For every node's pages: the oldest, and how many there are in all. */
  synchronized JsonObject message() {
    JsonArray shown = new JsonArray();
    entries.values().stream().limit(MOST_SHOWN).forEach(shown::add);
    return new JsonObject().put("node", node).put("count", entries.size()).put("entries", shown);
  }

  private String entry(CallId id, CityEvent event) {
    JsonText json = new JsonText()
        .open()
        .put("id", id.toString())
        .put("type", event.type())
        .put("node", node)
        .put("observedAt", event.observedAt())
        .put("exercise", event.origin().exercise());
    if (event instanceof CallReport call)
      json.put("agency", call.agency())
          .put("callType", call.callType())
          .put("receiptNo", call.receiptNo())
          .put("place", call.address());
    if (event instanceof HelpSignal help)
      json.put("deviceId", help.deviceId()).put("kind", help.kind());
    return json.put("position", event.findPosition().orElse(null)).close().toString();
  }
}
