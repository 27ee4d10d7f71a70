package bongsu.core.incident;

import bongsu.core.event.Agency;
import bongsu.core.event.CallStage;
import bongsu.core.text.Bilingual;
import bongsu.core.wire.JsonText;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Incidents as docs/interface.md shows them. */
public final class IncidentJson {
  private IncidentJson() {}

  /** {@code IncidentSummary}: what travels live, without personal data. */
  public static String summary(Incident incident) {
    JsonText json = new JsonText().open();
    summary(json, incident);
    return json.close().toString();
  }

  /**
   * The summary with records, evidence and timeline. Opening it is an audited view.
   *
   * @param personal gives phone and narrative to those with the right, else {@link
   *     PersonalLookup#NONE}
   */
  public static String detail(Incident incident, PersonalLookup personal) {
    JsonText json = new JsonText().open();
    summary(json, incident);
    RecordsJson.put(json, incident.records(), personal);
    json.openList("timeline");
    for (TimelineEntry entry : incident.timeline()) timeline(json, entry);
    return json.closeList().close().toString();
  }

  private static void summary(JsonText json, Incident i) {
    json.put("id", i.id()).put("seq", i.seq()).put("revision", i.revision());
    json.put("kind", i.kind()).put("severity", i.severity().level());
    json.put("state", i.isOpen() ? "open" : "closed");
    json.put("acknowledged", i.findAcknowledgedBy().isPresent());
    orNull(json, "verdict", i.findVerdict().map(String::valueOf).orElse(null));
    i.findPosition().ifPresentOrElse(p -> json.put("position", p), () -> json.putNull("position"));
    place(json, i.place());
    json.put("openedAt", i.openedAt()).put("changedAt", i.changedAt());
    orNull(json, "closedAt", i.findClosedAt().orElse(null));
    orNull(json, "outcome", i.findOutcome().orElse(null));
    json.put("exercise", i.exercise());
    counts(json, i.records());
    progress(json, i.progress());
    newest(json, i.newest());
  }

  private static void place(JsonText json, Bilingual place) {
    json.put("place", place.ko()).put("placeEn", place.en());
  }

  private static void counts(JsonText json, IncidentRecords records) {
    json.open("calls");
    for (Agency agency : new Agency[] {Agency.FIRE, Agency.POLICE}) {
      long count =
          records.calls().stream().filter(c -> c.call().agency() == agency).count();
      if (count > 0) json.put(agency.wire(), count);
    }
    json.close()
        .put("alarms", records.alarms().size())
        .put("signals", records.helps().size());
  }

  private static void progress(JsonText json, Map<Agency, CallStage> progress) {
    json.open("progress");
    for (Agency agency : new Agency[] {Agency.FIRE, Agency.POLICE})
      json.put(agency.wire(), progress.get(agency));
    json.close();
  }

  private static void newest(JsonText json, IncidentChange change) {
    Bilingual words = ChangeWords.of(change);
    json.open("newest").put("change", change.change()).put("at", change.at());
    json.put("ko", words.ko()).put("en", words.en()).close();
  }

  private static void timeline(JsonText json, TimelineEntry e) {
    json.open().put("seq", e.seq()).put("revision", e.revision()).put("at", e.at());
    json.put("change", e.change()).put("by", e.by());
    json.put("ko", e.words().ko())
        .put("en", e.words().en())
        .put("text", e.text())
        .close();
  }

  static void orNull(JsonText json, String name, @Nullable String value) {
    if (value == null) json.putNull(name);
    else json.put(name, value);
  }

  static void orNull(JsonText json, String name, @Nullable Enum<?> value) {
    if (value == null) json.putNull(name);
    else json.put(name, value);
  }

  static void orNull(JsonText json, String name, @Nullable Integer value) {
    if (value == null) json.putNull(name);
    else json.put(name, value);
  }

  static void orNull(JsonText json, String name, @Nullable Instant value) {
    if (value == null) json.putNull(name);
    else json.put(name, value);
  }
}
