package bongsu.rules.judge;

import bongsu.core.event.UnitPosition;
import bongsu.core.wire.JsonText;
import bongsu.core.wire.WireEnum;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Notices when a unit on a call reports a status it did not have on that call. Positions observed
 * earlier than the last one are ignored; a unit without a call is forgotten.
 */
final class UnitWatch {
  private final States<Doing> states = new States<>();

  /** What a unit last said it does. */
  private static final class Doing implements States.State {
    private static final long FORGET_MS = 86_400_000;
    private long atMs;
    private String receiptNo = "";
    private String status = "";

    @Override
    public long keepUntilMs() {
      return atMs + FORGET_MS;
    }

    boolean becomes(String newReceiptNo, String newStatus) {
      boolean changed = !receiptNo.equals(newReceiptNo) || !status.equals(newStatus);
      receiptNo = newReceiptNo;
      status = newStatus;
      return changed;
    }

    @Override
    public void write(JsonText json) {
      json.put("at", atMs).put("receiptNo", receiptNo).put("status", status);
    }

    static Doing read(JsonNode fields) {
      Doing doing = new Doing();
      doing.atMs = fields.path("at").asLong();
      doing.becomes(fields.path("receiptNo").asText(), fields.path("status").asText());
      return doing;
    }
  }

  boolean isProgress(UnitPosition event) {
    Doing doing = states.find(event);
    boolean onCall = event.receiptNo() != null && event.status() != null;
    if (doing == null && !onCall) return false;
    long atMs = event.observedAt().toEpochMilli();
    if (doing == null) doing = states.add(event, new Doing());
    if (atMs < doing.atMs) return false;
    doing.atMs = atMs;
    if (onCall) return doing.becomes(event.receiptNo(), WireEnum.wordOf(event.status()));
    if (event.receiptNo() == null) states.remove(event);
    return false;
  }

  void write(JsonText json) {
    json.open("units");
    states.write(json);
    json.close();
  }

  void restore(JsonNode checkpoint) {
    states.restore(checkpoint.path("units"), (key, fields) -> Doing.read(fields));
  }
}
