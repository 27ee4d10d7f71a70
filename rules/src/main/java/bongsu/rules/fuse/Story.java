package bongsu.rules.fuse;

import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.IncidentRecords;
import bongsu.core.incident.Opening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An incident with what correlation asks of it kept at hand; all of it follows from its changes. */
final class Story {
  private final Incident incident;
  private final List<KindAffinity.Word> words = new ArrayList<>();
  private final Set<String> subjects = new HashSet<>();
  private final Map<String, Boolean> receiptSources = new HashMap<>();
  private long firstMs;
  private long lastMs;

  Story(IncidentChange.Opened opened) {
    incident = Incident.open(opened);
    firstMs = lastMs = opened.at().toEpochMilli();
    Opening opening = opened.opening();
    if (opening instanceof Opening.ByHand) words.add(KindAffinity.wordOf(opened.kind()));
    else begin(report(opening, opened.at()));
  }

  private static Report report(Opening opening, Instant now) {
    if (opening instanceof Opening.ByCall o)
      return Report.of(o.call(), o.receiptsAreIncidents(), now);
    if (opening instanceof Opening.ByHelp o) return Report.of(o.help(), now);
    return Report.of(((Opening.ByAlarm) opening).alarm(), now);
  }

  private void begin(Report report) {
    firstMs = lastMs = report.atMs();
    take(report);
  }

  void apply(IncidentChange change) {
    incident.apply(change);
    if (change instanceof IncidentChange.CallJoined c)
      take(Report.of(c.call(), c.receiptsAreIncidents(), c.at()));
    else if (change instanceof IncidentChange.HelpJoined c) take(Report.of(c.help(), c.at()));
    else if (change instanceof IncidentChange.AlarmJoined c) take(Report.of(c.alarm(), c.at()));
    else if (change instanceof IncidentChange.CallRevised c)
      learn(Report.of(c.call(), false, c.at()).word());
  }

  private void take(Report report) {
    firstMs = Math.min(firstMs, report.atMs());
    lastMs = Math.max(lastMs, report.atMs());
    learn(report.word());
    if (report.subject() != null) subjects.add(report.subject());
    if (report.receiptSource() != null)
      receiptSources.merge(report.receiptSource(), report.receiptsAreIncidents(), (a, b) -> a || b);
  }

  private void learn(KindAffinity.Word word) {
    if (!words.contains(word)) words.add(word);
  }

  Incident incident() {
    return incident;
  }

  IncidentRecords records() {
    return incident.records();
  }

  /** The kinds its reports told of, in the order they first did. */
  List<KindAffinity.Word> words() {
    return words;
  }

  /** Milliseconds from its newest report to {@code atMs}, negative when that lies before. */
  long laterMs(long atMs) {
    return atMs - lastMs;
  }

  /** Milliseconds by which {@code atMs} lies outside the time its reports span. */
  long gapMs(long atMs) {
    return Math.max(0, Math.max(firstMs - atMs, atMs - lastMs));
  }

  boolean hasSubject(String subject) {
    return subjects.contains(subject);
  }

  /** A feed whose receipts are incidents has at most one receipt here. */
  boolean takesReceiptOf(String source, boolean receiptsAreIncidents) {
    Boolean present = receiptSources.get(source);
    return present == null || !(present || receiptsAreIncidents);
  }
}
