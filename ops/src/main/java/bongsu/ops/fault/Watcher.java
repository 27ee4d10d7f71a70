package bongsu.ops.fault;

import bongsu.ops.launch.LaunchException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Judges safety while the faults are on: epochs only grow, the numbers of fusion's log have no gap
 * and are given once, no lease is taken from an owner that renews it, and no connection writes under the epoch of
 * another owner than its own.
 *
 * <p>For the last two, triggers note who took what, and under whose lease each connection wrote: a
 * connection belongs to one process, so two owners mean that it wrote after it had lost its lease.
 * A lease lives for 3 s; it may be taken when its owner missed two beats and so has 2 s left.
 */
final class Watcher implements AutoCloseable {
  private static final long LOOK_MS = 250;
  private static final String NOTE = """
      create table fault_writer (backend text, owner text, shard int, epoch bigint,
        primary key (backend, owner, shard, epoch));
      create function fault_note() returns trigger language plpgsql security definer as $$
      begin
        insert into fault_writer
          select 'connection ' || pg_backend_pid() || ':' || inet_client_port(), l.owner, l.shard, l.epoch
          from shard_lease l
          where l.owner is not null and l.shard in (%s)
          on conflict do nothing;
        return null;
      end $$;""";
  private static final String TRIGGER = "create trigger fault_note after insert on %1$s "
      + "referencing new table as added for each statement execute function %2$s()";
  private static final String NOTE_TAKEN = """
      create table fault_taken (shard int, epoch bigint, owner text, left_ms int);
      create function fault_taken() returns trigger language plpgsql security definer as $$
      begin
        if new.epoch > old.epoch and old.owner is not null
            and old.expires_at > clock_timestamp() + interval '2050 milliseconds' then
          insert into fault_taken values (new.shard, new.epoch, new.owner,
            1000 * extract(epoch from old.expires_at - clock_timestamp()));
        end if;
        return null;
      end $$;
      create trigger fault_taken after update on shard_lease
        for each row execute function fault_taken();""";
  private static final String TAKEN =
      "select owner || ' took shard ' || shard || ', lease for ' || left_ms || ' ms' from fault_taken";
  private static final String STALE =
      "select backend || ' wrote as ' || string_agg(distinct owner, ' and ') from fault_writer "
          + "group by backend having count(distinct owner) > 1";

  private final FaultCity city;
  private final Findings findings;
  private final Thread thread = new Thread(this::run, "watcher");
  private final Map<Integer, Long> epochs = new HashMap<>();
  private long changeSeq;
  private long inputNo;
  private volatile boolean over;

  private Watcher(FaultCity city, Findings findings) {
    this.city = city;
    this.findings = findings;
  }

  static Watcher start(FaultCity city, Findings findings) throws SQLException {
    Watcher watcher = new Watcher(city, findings);
    try (Connection owner = city.owner();
        Statement statement = owner.createStatement()) {
      statement.execute(NOTE_TAKEN);
      statement.execute(NOTE.formatted("select distinct shard from added"));
      statement.execute(NOTE.substring(NOTE.indexOf("create function"))
          .formatted("-1")
          .replace("fault_note", "fault_note_city"));
      for (String table : new String[] {"event", "call_event", "judgement"})
        statement.execute(TRIGGER.formatted(table, "fault_note"));
      for (String table : new String[] {"fusion_input", "incident_change"})
        statement.execute(TRIGGER.formatted(table, "fault_note_city"));
    }
    watcher.thread.setDaemon(true);
    watcher.thread.start();
    return watcher;
  }

  private void run() {
    while (!over) {
      try (Connection store = city.store()) {
        while (!over) {
          look(store);
          Thread.sleep(LOOK_MS);
        }
      } catch (SQLException | LaunchException away) {
        pause();
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(LOOK_MS);
    } catch (InterruptedException stopped) {
      over = true;
    }
  }

  private synchronized void look(Connection store) throws SQLException {
    lookAtEpochs(store);
    changeSeq = onwards(store, "incident_change", "seq", changeSeq);
    inputNo = onwards(store, "fusion_input", "no", inputNo);
  }

  private void lookAtEpochs(Connection store) throws SQLException {
    try (Statement statement = store.createStatement();
        ResultSet rows = statement.executeQuery("select shard, epoch from shard_lease")) {
      while (rows.next()) {
        Long before = epochs.put(rows.getInt(1), rows.getLong(2));
        boolean grows = before == null || before <= rows.getLong(2);
        findings.require(grows, "I2 an epoch went back", "shard " + rows.getInt(1));
      }
    }
  }

  /** @return the last number, up to which there is none missing */
  private long onwards(Connection store, String table, String number, long last)
      throws SQLException {
    String sql = "select count(*), coalesce(max(" + number + "), " + last + ") from " + table
        + " where " + number + " > " + last;
    try (Statement statement = store.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      long now = row.getLong(2);
      findings.require(
          row.getLong(1) == now - last,
          "I1 " + table + " has a gap",
          row.getLong(1) + " numbers from " + last + " to " + now);
      return now;
    }
  }

  /** The last look, once all is quiet. */
  void conclude(Connection store) throws SQLException {
    look(store);
    addAll(store, STALE, "I2 written after the lease was lost");
    addAll(store, TAKEN, "I2 a living owner's lease was taken");
  }

  private void addAll(Connection store, String sql, String what) throws SQLException {
    try (Statement statement = store.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) findings.add(what, rows.getString(1));
    }
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    thread.interrupt();
    thread.join();
  }
}
