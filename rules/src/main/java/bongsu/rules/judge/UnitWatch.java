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

    /** False for an event older than the last one. */
    boolean advance(UnitPosition event) {
      long newAtMs = event.observedAt().toEpochMilli();
      if (newAtMs < atMs) return false;
      atMs = newAtMs;
      return true;
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
    String receiptNo = event.receiptNo();
    UnitPosition.Status status = event.status();
    Doing doing = states.find(event);
    if (doing == null && (receiptNo == null || status == null)) return false;
    if (doing == null) doing = states.add(event, new Doing());
    if (!doing.advance(event)) return false;
    if (receiptNo == null) states.remove(event);
    if (receiptNo == null || status == null) return false;
    return doing.becomes(receiptNo, WireEnum.wordOf(status));
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
