package bongsu.ops.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** What a run came to, for people and, as its last line, for programs. */
final class Report {
  private final Setting setting;
  private final LoadStats stats;
  private final Findings findings;
  private final List<Long> takeoversMs = new ArrayList<>();
  private final List<Long> recoveriesMs = new ArrayList<>();
  private final Set<Victim> victims = EnumSet.noneOf(Victim.class);
  private int strikes;
  private long unknown;
  private long found;

  Report(Setting setting, LoadStats stats, Findings findings) {
    this.setting = setting;
    this.stats = stats;
    this.findings = findings;
  }

  /**
   * @param struck at once
   * @param takenOver by a node that was there all the time; else something had to start again first
   * @param ms from the last of them until a call sent after it was an incident; empty if never
   */
  void onStrikes(List<Strike> struck, boolean takenOver, OptionalLong ms) {
    strikes += struck.size();
    struck.forEach(strike -> victims.add(strike.victim()));
    ms.ifPresent((takenOver ? takeoversMs : recoveriesMs)::add);
  }

  int strikes() {
    return strikes;
  }

  /** Whether nodes died while the store may have been away, and with them what they remembered. */
  boolean mayHaveForgotten() {
    return victims.contains(Victim.STORE) && victims.size() > 1
        || victims.contains(Victim.LAUNCHER);
  }

  void onMerged(Map<String, Ledger> ledgers, long foundInStore) {
    found = foundInStore;
    for (Ledger ledger : ledgers.values())
      for (int i = 0; i < ledger.size(); i++) if (ledger.outcome(i) == Outcome.UNKNOWN) unknown++;
  }

  boolean isGreen() {
    return findings.isEmpty();
  }

  Findings findings() {
    return findings;
  }

  private long lost() {
    return findings.count("I1 lost");
  }

  /** For people. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("  sent          " + stats.sent + " (and " + stats.resent + " again)");
    lines.add("  acknowledged  " + stats.acknowledged + ", rejected " + stats.rejected
        + ", unknown " + unknown);
    lines.add("  found         " + found + ", lost " + lost() + ", doubled "
        + findings.count("I1 doubled"));
    lines.add("  shed          calls " + stats.refusedCalls + ", telemetry " + stats.refused);
    lines.add("  longest gap   " + stats.longestGapMs() + " ms without an acknowledgement");
    lines.add("  strikes       " + strikes + "; a node's work taken over after "
        + times(takeoversMs) + "; back after what had to start again " + times(recoveriesMs));
    lines.addAll(findings.lines());
    lines.add(isGreen() ? "  every invariant held" : "  AN INVARIANT BROKE");
    return String.join("\n", lines);
  }

  private static String times(List<Long> ms) {
    if (ms.isEmpty()) return "-";
    return "p50 " + percentile(ms, 50) + ", p99 " + percentile(ms, 99) + ", max "
        + percentile(ms, 100) + " ms (" + ms.size() + ")";
  }

  static long percentile(List<Long> ms, int percent) {
    if (ms.isEmpty()) return 0;
    List<Long> sorted = new ArrayList<>(ms);
    Collections.sort(sorted);
    return sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1);
  }

  /** One line. */
  String json() {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("row", setting.row().number()).put("seed", setting.seed());
    json.put("sent", stats.sent.get()).put("acknowledged", stats.acknowledged.get());
    json.put("rejected", stats.rejected.get()).put("unknown", unknown);
    json.put("found", found).put("lost", lost()).put("doubled", findings.count("I1 doubled"));
    json.put("longestGapMs", stats.longestGapMs()).put("strikes", strikes);
    json.putObject("shed")
        .put("calls", stats.refusedCalls.get())
        .put("telemetry", stats.refused.get());
    json.set("takeoverMs", figures(takeoversMs));
    json.set("recoveryMs", figures(recoveriesMs));
    ObjectNode broken = json.putObject("broken");
    findings.counts().forEach(broken::put);
    return json.put("ok", isGreen()).toString();
  }

  private static ObjectNode figures(List<Long> ms) {
    return new ObjectMapper()
        .createObjectNode()
        .put("p50", percentile(ms, 50))
        .put("p99", percentile(ms, 99))
        .put("max", percentile(ms, 100));
  }
}
