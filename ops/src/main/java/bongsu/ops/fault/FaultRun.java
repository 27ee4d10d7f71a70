package bongsu.ops.fault;

import bongsu.verticles.access.AuditLog;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * One run: a city, its load, strikes by the schedule with safety watched, healing, quiet, and then
 * the merge.
 */
final class FaultRun implements AutoCloseable {
  private static final int SCREENS = 4;
  private static final int LAST_PROBES = 8;
  private static final long PROBE_MS = 5_000;
  private static final long HEALED_MS = 120_000;
  private static final long QUIET_MS = 5_000;
  private static final String HEALTHY =
      "select (select count(distinct owner) from shard_lease where expires_at > clock_timestamp()), "
          + "(select count(*) from shard_lease where owner is null or expires_at < clock_timestamp())";

  private final Setting setting;
  private final PrintStream out;
  private final FaultCity city;
  private final Findings findings = new Findings();

  FaultRun(Setting setting, PrintStream out) throws IOException {
    this.setting = setting;
    this.out = out;
    this.city = new FaultCity(setting.dir(), setting.nodes(), setting.before());
  }

  Report run() throws Exception {
    city.start();
    findings.require(healed(setting.nodes()), "liveness", "not healthy at the start");
    try (Load load = new Load(city, setting);
        Watcher watcher = Watcher.start(city, findings);
        Screens watching = Screens.open(city, SCREENS)) {
      Report report = new Report(setting, load.stats, findings);
      load.start();
      new Strikes(city, setting, load.prober, report, out).run();
      heal(load);
      judge(load, watcher, watching, report);
      return report;
    }
  }

  /** Whether so many nodes share all leases, within the time that may be waited. */
  private boolean healed(int nodes) throws InterruptedException {
    return Patience.until(HEALED_MS, () -> {
      try (Connection store = city.store();
          ResultSet row = store.createStatement().executeQuery(HEALTHY)) {
        row.next();
        return row.getInt(1) >= nodes && row.getInt(2) == 0;
      }
    });
  }

  /** What is alive must come to rest by itself: every event answered, every call an incident. */
  private void heal(Load load) throws Exception {
    findings.require(healed(setting.nodes()), "liveness", "the city is not whole again");
    findings.require(load.end(), "liveness", "events without an answer after healing");
    for (int i = 0; i < LAST_PROBES && findings.isEmpty(); i++) {
      OptionalLong ms = load.prober.probe(System.nanoTime());
      boolean soon = ms.isPresent() && ms.getAsLong() <= PROBE_MS;
      findings.require(soon, "liveness", "a call in a quiet city took " + ms);
    }
    TimeUnit.MILLISECONDS.sleep(QUIET_MS);
  }

  private void judge(Load load, Watcher watcher, Screens watching, Report report) throws Exception {
    try (Connection store = city.store()) {
      new ScreenCheck(city, watching.token(), findings).check(store, watching.all());
      watcher.conclude(store);
      Map<String, Ledger> ledgers = load.ledgers();
      StoreMerge merge = new StoreMerge(ledgers, findings);
      merge.check(store);
      new IncidentMerge(ledgers, findings).check(store);
      AuditLog.Verdict audit = city.audit();
      findings.require(
          audit instanceof AuditLog.Intact, "I6 the audit chain is broken", "" + audit);
      requireRejections(store, report.mayHaveForgotten() ? 1 : load.stats.rejected.get());
      report.onMerged(ledgers, merge.found());
      findings.require(
          load.stats.longestGapMs() <= setting.row().mostGapMs(),
          "I4 too long without an acknowledgement",
          load.stats.longestGapMs() + " ms");
    }
  }

  /** More are well: what was sent again may be rejected again. */
  private void requireRejections(Connection store, long least) throws SQLException {
    String sql = "select coalesce(sum(count), 0) from rejection_count";
    try (ResultSet row = store.createStatement().executeQuery(sql)) {
      row.next();
      findings.require(
          row.getLong(1) >= least,
          "I1 rejected and not recorded",
          least + " at least, " + row.getLong(1) + " are counted");
    }
  }

  @Override
  public void close() throws Exception {
    city.close();
  }
}
