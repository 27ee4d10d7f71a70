package bongsu.core.incident;

import bongsu.core.event.CallReport;
import bongsu.core.event.UnitTimes;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reports an incident is made of, in the order they came. Changed only by its incident. */
public final class IncidentRecords {
  private final Map<ReceiptKey, CallRecord> calls = new LinkedHashMap<>();
  private final Map<String, AlarmRecord> alarms = new LinkedHashMap<>();
  private final Map<EventKey, HelpRecord> helps = new LinkedHashMap<>();

  IncidentRecords() {}

  public Collection<CallRecord> calls() {
    return Collections.unmodifiableCollection(calls.values());
  }

  public Collection<AlarmRecord> alarms() {
    return Collections.unmodifiableCollection(alarms.values());
  }

  public Collection<HelpRecord> helps() {
    return Collections.unmodifiableCollection(helps.values());
  }

  public Optional<CallRecord> findCall(ReceiptKey receipt) {
    return Optional.ofNullable(calls.get(receipt));
  }

  public Optional<AlarmRecord> findAlarm(String alarmId) {
    return Optional.ofNullable(alarms.get(alarmId));
  }

  List<Units.Reached> open(Opening opening) {
    if (opening instanceof Opening.ByCall o)
      return put(
          new CallRecord(o.call(), o.receivedAt(), o.receiptsAreIncidents(), List.of(), null));
    if (opening instanceof Opening.ByHelp o) put(new HelpRecord(o.help(), o.receivedAt(), null));
    else if (opening instanceof Opening.ByAlarm o) put(new AlarmRecord(o.alarm(), null, null));
    return List.of();
  }

  /** @return times of units that were not known before */
  List<Units.Reached> apply(IncidentChange change) {
    if (change instanceof IncidentChange.CallJoined c)
      return put(new CallRecord(
          c.call(), c.receivedAt(), c.receiptsAreIncidents(), List.of(), c.evidence()));
    if (change instanceof IncidentChange.CallRevised c) return revise(c.call());
    if (change instanceof IncidentChange.UnitReached c) reach(c);
    else if (change instanceof IncidentChange.CallConflict c) flag(c.other());
    else if (change instanceof IncidentChange.HelpJoined c)
      put(new HelpRecord(c.help(), c.receivedAt(), c.evidence()));
    else if (change instanceof IncidentChange.AlarmJoined c)
      put(new AlarmRecord(c.alarm(), null, c.evidence()));
    else if (change instanceof IncidentChange.AlarmCleared c)
      alarms.computeIfPresent(c.alarmId(), (id, a) -> a.cleared(c.cause().observedAt()));
    return List.of();
  }

  private List<Units.Reached> put(CallRecord call) {
    calls.put(ReceiptKey.of(call.call()), call);
    return Units.added(List.of(), call.call().units());
  }

  private void put(HelpRecord help) {
    helps.put(EventKey.of(help.help().origin()), help);
  }

  private void put(AlarmRecord alarm) {
    alarms.put(alarm.alarm().alarmId(), alarm);
  }

  private List<Units.Reached> revise(CallReport call) {
    CallRecord before = calls.get(ReceiptKey.of(call));
    if (before == null) throw new IllegalArgumentException("no such call: " + ReceiptKey.of(call));
    calls.put(ReceiptKey.of(call), before.with(call));
    return Units.added(before.call().units(), call.units());
  }

  private void flag(CallReport other) {
    calls.computeIfPresent(ReceiptKey.of(other), (key, call) -> call.flagged(other));
  }

  /** The change itself is the line on the timeline, so nothing is returned. */
  private void reach(IncidentChange.UnitReached c) {
    UnitTimes time = Units.reached(c.unitId(), c.stage(), c.reachedAt());
    calls.computeIfPresent(
        new ReceiptKey(c.source(), c.receiptNo()),
        (key, call) -> call.with(
            call.call().withUnits(Units.merge(call.call().units(), List.of(time), false))));
  }
}
