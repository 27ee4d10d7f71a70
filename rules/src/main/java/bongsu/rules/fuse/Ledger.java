package bongsu.rules.fuse;

import bongsu.core.geo.LocalPlane;
import bongsu.core.incident.Act;
import bongsu.core.incident.AlarmRecord;
import bongsu.core.incident.CallRecord;
import bongsu.core.incident.EventKey;
import bongsu.core.incident.HelpRecord;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.Opening;
import bongsu.core.incident.ReceiptKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that fusion knows: the stories in memory and their indexes, changed by changes alone. */
final class Ledger {
  private final Map<String, Story> byId = new LinkedHashMap<>();
  private final Map<ReceiptKey, Story> byReceipt = new HashMap<>();
  private final Map<String, List<ReceiptKey>> byReceiptNo = new HashMap<>();
  private final Map<String, Story> byAlarm = new HashMap<>();
  private final Map<EventKey, Story> byHelp = new HashMap<>();
  private final Map<String, List<Story>> bySubject = new HashMap<>();
  private final Map<Act, Story> openedByHand = new HashMap<>();
  private final IncidentGrid grid;
  private final IncidentIds ids = new IncidentIds();
  private long applied;
  private long seq;

  Ledger(LocalPlane plane) {
    grid = new IncidentGrid(plane);
  }

  void resumeAt(long lastSeq) {
    seq = Math.max(seq, lastSeq);
  }

  void idsGiven(Collection<String> incidentIds) {
    incidentIds.forEach(ids::taken);
  }

  void apply(IncidentChange change) {
    if (change.seq() <= applied)
      throw new IllegalArgumentException(change.head() + " does not follow seq " + applied);
    Story story = change instanceof IncidentChange.Opened opened ? open(opened) : grow(change);
    applied = change.seq();
    seq = Math.max(seq, applied);
    if (change instanceof IncidentChange.Opened || change instanceof IncidentChange.Moved)
      grid.place(story);
  }

  private Story open(IncidentChange.Opened opened) {
    Story story = new Story(opened);
    byId.put(opened.incidentId(), story);
    ids.taken(opened.incidentId());
    Opening opening = opened.opening();
    if (opening instanceof Opening.ByCall o) index(ReceiptKey.of(o.call()), story);
    else if (opening instanceof Opening.ByAlarm o)
      index(o.alarm().alarmId(), o.alarm().subject(), story);
    else if (opening instanceof Opening.ByHelp o)
      index(EventKey.of(o.help().origin()), o.help().deviceId(), story);
    else if (opening instanceof Opening.ByHand o) openedByHand.put(o.act(), story);
    return story;
  }

  private Story grow(IncidentChange change) {
    Story story = byId.get(change.incidentId());
    if (story == null) throw new IllegalArgumentException("no incident for " + change.head());
    story.apply(change);
    if (change instanceof IncidentChange.CallJoined c) index(ReceiptKey.of(c.call()), story);
    else if (change instanceof IncidentChange.AlarmJoined c)
      index(c.alarm().alarmId(), c.alarm().subject(), story);
    else if (change instanceof IncidentChange.HelpJoined c)
      index(EventKey.of(c.help().origin()), c.help().deviceId(), story);
    return story;
  }

  private void index(ReceiptKey receipt, Story story) {
    byReceipt.put(receipt, story);
    byReceiptNo.computeIfAbsent(receipt.receiptNo(), no -> new ArrayList<>()).add(receipt);
  }

  private void index(String alarmId, String subject, Story story) {
    byAlarm.put(alarmId, story);
    index(subject, story);
  }

  private void index(EventKey help, String deviceId, Story story) {
    byHelp.put(help, story);
    index(deviceId, story);
  }

  private void index(String subject, Story story) {
    List<Story> stories = bySubject.computeIfAbsent(subject, s -> new ArrayList<>());
    if (!stories.contains(story)) stories.add(story);
  }

  /** Lets a story leave memory. */
  void forget(Story story) {
    byId.remove(story.incident().id());
    grid.remove(story);
    if (story.incident().opened().opening() instanceof Opening.ByHand o)
      openedByHand.remove(o.act());
    for (CallRecord record : story.records().calls()) forget(ReceiptKey.of(record.call()));
    for (AlarmRecord record : story.records().alarms()) {
      byAlarm.remove(record.alarm().alarmId());
      forget(record.alarm().subject(), story);
    }
    for (HelpRecord record : story.records().helps()) {
      byHelp.remove(EventKey.of(record.help().origin()));
      forget(record.help().deviceId(), story);
    }
  }

  private void forget(ReceiptKey receipt) {
    byReceipt.remove(receipt);
    byReceiptNo.computeIfPresent(receipt.receiptNo(), (no, keys) -> {
      keys.remove(receipt);
      return keys.isEmpty() ? null : keys;
    });
  }

  private void forget(String subject, Story story) {
    bySubject.computeIfPresent(subject, (s, stories) -> {
      stories.remove(story);
      return stories.isEmpty() ? null : stories;
    });
  }

  long seq() {
    return seq;
  }

  /** The id of the next incident opened at city time {@code now}. */
  String nextId(Instant now, ZoneId zone) {
    return ids.next(now, zone);
  }

  /** In the order they opened. */
  Collection<Story> stories() {
    return Collections.unmodifiableCollection(byId.values());
  }

  Optional<Story> find(String incidentId) {
    return Optional.ofNullable(byId.get(incidentId));
  }

  Optional<Story> findByReceipt(ReceiptKey receipt) {
    return Optional.ofNullable(byReceipt.get(receipt));
  }

  /** Every feed's receipt of that number, in the order they came. */
  List<ReceiptKey> receipts(String receiptNo) {
    return byReceiptNo.getOrDefault(receiptNo, List.of());
  }

  Optional<Story> findByAlarm(String alarmId) {
    return Optional.ofNullable(byAlarm.get(alarmId));
  }

  Optional<Story> findByHelp(EventKey help) {
    return Optional.ofNullable(byHelp.get(help));
  }

  Optional<Story> findOpenedBy(Act act) {
    return Optional.ofNullable(openedByHand.get(act));
  }

  /** Those with a report of that device, in the order they got it. */
  List<Story> ofSubject(String subject) {
    return bySubject.getOrDefault(subject, List.of());
  }

  IncidentGrid grid() {
    return grid;
  }
}
