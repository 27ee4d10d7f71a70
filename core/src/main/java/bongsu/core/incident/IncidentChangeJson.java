package bongsu.core.incident;

import bongsu.core.wire.JsonText;

/** Changes as they are kept in the fusion log: the same change gives the same bytes. */
public final class IncidentChangeJson {
  private IncidentChangeJson() {}

  /** @return one JSON object, without personal fields of calls; notes are in it as written */
  public static String write(IncidentChange change) {
    JsonText json = new JsonText().open().put("change", change.change());
    json.put("seq", change.seq()).put("incidentId", change.incidentId());
    json.put("revision", change.revision()).put("at", change.at());
    json.put("inputNo", change.inputNo());
    ChangeWriter.fields(json, change);
    return json.close().toString();
  }

  /** Reads what {@link #write} wrote; anything else throws. */
  public static IncidentChange read(String json) {
    return ChangeReader.read(json);
  }
}
