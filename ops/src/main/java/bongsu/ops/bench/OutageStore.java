package bongsu.ops.bench;

import bongsu.ops.fault.FaultCity;
import bongsu.ops.launch.LaunchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The store of a bench's city, which can be taken away, and the journals that stand in for it. */
final class OutageStore {
  private static final long LOOK_NS = 50_000_000;
  private static final long LONGEST_NS = TimeUnit.MINUTES.toNanos(15);
  private static final String KEPT =
      "select (select count(*) from event) + (select count(*) from call_event)";

  private final FaultCity city;

  OutageStore(FaultCity city) {
    this.city = city;
  }

  /** Kills it as a lost machine would; the launcher is stopped, so that nobody starts it again. */
  void takeAway() throws Exception {
    ProcessHandle server = ProcessHandle.of(city.storePid()).orElseThrow();
    signal("-STOP", city.launcherPid());
    Stream.concat(Stream.of(server), server.descendants()).forEach(ProcessHandle::destroyForcibly);
  }

  /** Returns once it answers. */
  void bringBack() throws Exception {
    signal("-CONT", city.launcherPid());
    await("PostgreSQL does not come back", this::answers);
  }

  private static void signal(String signal, long pid) throws Exception {
    int failed = new ProcessBuilder("kill", signal, "" + pid).start().waitFor();
    if (failed != 0) throw new LaunchException("the launcher is gone");
  }

  private boolean answers() {
    try (Connection store = city.store()) {
      return store.isValid(1);
    } catch (SQLException | LaunchException away) {
      return false;
    }
  }

  /** Readings and calls in it. */
  long kept() throws SQLException {
    try (Connection store = city.store();
        Statement statement = store.createStatement();
        ResultSet row = statement.executeQuery(KEPT)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Returns once no node keeps anything. */
  void awaitDrained() {
    await("the journals do not drain", this::isDrained);
  }

  private boolean isDrained() {
    try (Stream<Path> all = Files.walk(city.data().resolve("journal"))) {
      return all.noneMatch(file -> file.toString().endsWith(".journal"));
    } catch (UncheckedIOException | IOException changing) {
      return false;
    }
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(String failure, Condition condition) {
    long untilNs = System.nanoTime() + LONGEST_NS;
    while (!condition.holds()) {
      if (System.nanoTime() > untilNs) throw new LaunchException(failure);
      LockSupport.parkNanos(LOOK_NS);
    }
  }
}
