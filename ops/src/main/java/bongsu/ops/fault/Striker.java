package bongsu.ops.fault;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Does a schedule's strikes by real signals, and puts right what would not heal by itself. */
final class Striker {
  private static final String OWNER = "select owner from shard_lease where %s "
      + "and owner is not null and expires_at > clock_timestamp() order by shard limit 1";
  private static final String SHARD_OWNER = OWNER.formatted(
      "shard >= 0 and owner is distinct from (select owner from shard_lease where shard = -1)");

  private final FaultCity city;

  Striker(FaultCity city) {
    this.city = city;
  }

  /**
   * @param patienceMs how long it is waited for the process to be there
   * @return the process that was struck; empty when there was none to be found
   */
  Optional<ProcessHandle> strike(Strike strike, long patienceMs) throws InterruptedException {
    Found found = new Found();
    Patience.until(patienceMs, () -> (found.process = find(strike)).isPresent());
    if (found.process.isPresent()) signal(found.process.get(), strike.deed().signal);
    return found.process;
  }

  private static final class Found {
    private Optional<ProcessHandle> process = Optional.empty();
  }

  /** Ends a strike: what is frozen goes on, a launcher that is gone is started again. */
  void heal(Strike strike, ProcessHandle struck) throws IOException, InterruptedException {
    if (strike.deed() == Deed.FREEZE) {
      TimeUnit.MILLISECONDS.sleep(strike.forMs());
      signal(struck, "CONT");
    }
    if (strike.victim() != Victim.LAUNCHER) return;
    struck.onExit().join();
    city.start();
  }

  private Optional<ProcessHandle> find(Strike strike) throws IOException, SQLException {
    long pid =
        switch (strike.victim()) {
          case LAUNCHER -> city.launcherPid();
          case STORE -> city.storePid();
          case NODE -> city.nodePid("node-" + strike.node());
          case CITY_OWNER -> city.nodePid(nodeOf(OWNER.formatted("shard = -1")));
          case SHARD_OWNER -> city.nodePid(nodeOf(SHARD_OWNER));
        };
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
  }

  /** An owner's name is its node's and what changes at each start. */
  private String nodeOf(String sql) throws SQLException {
    try (Connection store = city.store();
        ResultSet found = store.createStatement().executeQuery(sql)) {
      if (!found.next()) throw new SQLException("nobody owns it now");
      return found.getString(1).substring(0, "node-1".length());
    }
  }

  /** PostgreSQL is many processes, of which a kill of the first ends all and a freeze does not. */
  private static void signal(ProcessHandle process, String signal) throws InterruptedException {
    boolean all = !signal.equals("KILL") && !signal.equals("TERM");
    List<ProcessHandle> processes =
        all ? Stream.concat(Stream.of(process), process.descendants()).toList() : List.of(process);
    for (ProcessHandle one : processes) run("kill", "-" + signal, "" + one.pid());
  }

  private static void run(String... command) throws InterruptedException {
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("kill cannot be run", e);
    }
  }
}
