package bongsu.rules.fuse;

import bongsu.core.event.Agency;
import bongsu.core.event.CallReport;
import bongsu.core.event.CallStage;
import bongsu.core.event.CallType;
import bongsu.core.event.CloseCode;
import bongsu.core.event.Origin;
import bongsu.core.event.Personal;
import bongsu.core.event.UnitTimes;
import bongsu.core.geo.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Builds calls: {@code aCall().fire().receipt("119-1").at(cityHall)}. */
final class ACall {
  private String source = "fire-119";
  private String eventId = "";
  private Agency agency = Agency.FIRE;
  private String receiptNo = "119-0001";
  private int revision = 1;
  private CallType type = CallType.FIRE;
  private Integer code;
  private Position position;
  private String address;
  private CallStage stage = CallStage.REPORTED;
  private CloseCode closeCode;
  private Integer injured;
  private final List<UnitTimes> units = new ArrayList<>();
  private Instant observedAt = City.START;
  private boolean exercise;
  private boolean conflict;
  private boolean receiptsAreIncidents;

  static ACall aCall() {
    return new ACall();
  }

  ACall from(String feed) {
    source = feed;
    return this;
  }

  ACall police() {
    agency = Agency.POLICE;
    return from("police-112");
  }

  ACall receipt(String no) {
    receiptNo = no;
    return this;
  }

  ACall revision(int number) {
    revision = number;
    return this;
  }

  ACall eventId(String id) {
    eventId = id;
    return this;
  }

  ACall about(CallType about) {
    type = about;
    return this;
  }

  ACall code(int urgency) {
    code = urgency;
    return this;
  }

  ACall at(Position where) {
    position = where;
    return this;
  }

  ACall address(String told) {
    address = told;
    return this;
  }

  ACall stage(CallStage now) {
    stage = now;
    return this;
  }

  ACall closed(CloseCode how) {
    closeCode = how;
    return stage(CallStage.CLOSED);
  }

  ACall injured(int persons) {
    injured = persons;
    return this;
  }

  ACall unit(UnitTimes unit) {
    units.add(unit);
    return this;
  }

  ACall observed(Instant at) {
    observedAt = at;
    return this;
  }

  ACall exercise() {
    exercise = true;
    return this;
  }

  ACall inConflict() {
    conflict = true;
    return this;
  }

  ACall receiptsAreIncidents() {
    receiptsAreIncidents = true;
    return this;
  }

  CallReport report() {
    String id = eventId.isEmpty() ? receiptNo + "/" + revision : eventId;
    return new CallReport(
        new Origin(source, id, observedAt, exercise),
        revision,
        agency,
        receiptNo,
        type,
        code,
        position,
        address,
        stage,
        closeCode,
        injured,
        units,
        new Personal("010-0000-0000", "연기"));
  }

  FusionInput.Call receivedAt(Instant now) {
    return new FusionInput.Call(report(), conflict, receiptsAreIncidents, now);
  }
}
