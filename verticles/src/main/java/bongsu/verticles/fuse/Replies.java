package bongsu.verticles.fuse;

import bongsu.core.incident.IncidentJson;
import bongsu.core.wire.JsonText;
import bongsu.rules.fuse.Answer;
import bongsu.rules.fuse.Fusion;
import bongsu.rules.fuse.Outcome;
import io.vertx.core.json.JsonObject;

/** What fusion answers to a command: an HTTP status and the body to send with it. */
final class Replies {
  private Replies() {}

  static JsonObject of(Outcome outcome, Fusion fusion) {
    Answer answer = outcome
        .findAnswer()
        .orElseThrow(() -> new IllegalStateException("a command without an answer"));
    if (answer instanceof Answer.Accepted accepted) return reply(200, accepted(accepted, fusion));
    if (answer instanceof Answer.Conflict conflict) return reply(409, conflict(conflict, fusion));
    if (answer instanceof Answer.UnknownIncident unknown)
      return problem(404, "No such incident", unknown.message().en());
    Answer.Invalid invalid = (Answer.Invalid) answer;
    return problem(
        422, "Not possible now", invalid.field() + ": " + invalid.message().en());
  }

  static JsonObject problem(int status, String title, String detail) {
    return reply(status, head(status, title, detail).close().toString());
  }

  private static String accepted(Answer.Accepted accepted, Fusion fusion) {
    return new JsonText()
        .open()
        .put("seq", accepted.seq())
        .put("revision", accepted.revision())
        .raw("incident", summary(accepted.incidentId(), fusion))
        .close()
        .toString();
  }

  private static String conflict(Answer.Conflict conflict, Fusion fusion) {
    return head(409, "The incident changed meanwhile", conflict.message().en())
        .put("revision", conflict.revision())
        .raw("incident", summary(conflict.incidentId(), fusion))
        .close()
        .toString();
  }

  private static String summary(String incidentId, Fusion fusion) {
    return IncidentJson.summary(fusion.find(incidentId).orElseThrow());
  }

  private static JsonText head(int status, String title, String detail) {
    return new JsonText()
        .open()
        .put("type", "about:blank")
        .put("title", title)
        .put("status", status)
        .put("detail", detail);
  }

  private static JsonObject reply(int status, String body) {
    return new JsonObject().put("status", status).put("body", body);
  }
}
