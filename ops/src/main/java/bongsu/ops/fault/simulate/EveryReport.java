package bongsu.ops.fault.simulate;

import static bongsu.ops.fault.simulate.Violation.unless;

import bongsu.core.event.CallReport;
import bongsu.core.incident.EventKey;
import bongsu.core.incident.Evidence;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.Opening;
import bongsu.core.incident.ReceiptKey;
import bongsu.rules.judge.Judgement;
import bongsu.rules.judge.JudgementJson;
import bongsu.verticles.shard.Parcel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every report is in exactly one incident, with its reason, in its newest form. */
final class EveryReport {
  private final Witness witness;
  private final Map<Object, Integer> reports = new HashMap<>();
  private final Map<ReceiptKey, Integer> revisions = new HashMap<>();

  EveryReport(Witness witness) {
    this.witness = witness;
  }

  void check(List<IncidentChange> changes) {
    changes.forEach(this::count);
    reports.forEach((report, n) -> unless(n == 1, "%s is in %d incidents", report, n));
    Map<ReceiptKey, Integer> newest = new HashMap<>();
    for (Parcel parcel : witness.calls()) {
      if (parcel.event() instanceof CallReport call)
        newest.merge(ReceiptKey.of(call), call.revision(), Math::max);
      else require(EventKey.of(parcel.event().origin()));
    }
    newest.forEach((receipt, revision) -> {
      require(receipt);
      unless(
          revision.equals(revisions.get(receipt)), "%s is not of revision %d", receipt, revision);
    });
    requireAlarms();
  }

  private void require(Object report) {
    unless(reports.containsKey(report), "%s is in no incident", report);
  }

  /** Those of the shards' rules; the city's are compared input by input. */
  private void requireAlarms() {
    for (ShardWitness shard : witness.shards())
      for (String body : shard.written().values())
        if (JudgementJson.decode(body) instanceof Judgement.AlarmRaised raised)
          require(raised.alarm().alarmId());
  }

  private void count(IncidentChange change) {
    if (change instanceof IncidentChange.Opened opened) count(opened.opening());
    else if (change instanceof IncidentChange.CallJoined joined) {
      joined(ReceiptKey.of(joined.call()), joined.evidence());
      revised(joined.call());
    } else if (change instanceof IncidentChange.AlarmJoined joined)
      joined(joined.alarm().alarmId(), joined.evidence());
    else if (change instanceof IncidentChange.HelpJoined joined)
      joined(EventKey.of(joined.help().origin()), joined.evidence());
    else if (change instanceof IncidentChange.CallRevised revised) revised(revised.call());
  }

  private void count(Opening opening) {
    if (opening instanceof Opening.ByCall by) {
      count((Object) ReceiptKey.of(by.call()));
      revised(by.call());
    } else if (opening instanceof Opening.ByAlarm by) count((Object) by.alarm().alarmId());
    else if (opening instanceof Opening.ByHelp by)
      count((Object) EventKey.of(by.help().origin()));
  }

  private void count(Object report) {
    reports.merge(report, 1, Integer::sum);
  }

  private void revised(CallReport call) {
    revisions.put(ReceiptKey.of(call), call.revision());
  }

  private void joined(Object report, Evidence evidence) {
    count(report);
    boolean isWhole = evidence.parts().size() == 3
        && !evidence.words().ko().isEmpty()
        && evidence.score() >= evidence.threshold() - 0.001;
    unless(isWhole, "%s joined because of %s", report, evidence);
  }
}
