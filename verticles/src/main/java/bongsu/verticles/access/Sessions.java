package bongsu.verticles.access;

import bongsu.core.access.Principal;
import bongsu.core.access.Role;
import bongsu.verticles.web.RefusedException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who is signed in, on every node. Each node keeps a copy at most two seconds old, so that a check
 * waits for nothing and people stay signed in while the store is away. Any thread may ask.
 */
public final class Sessions {
  /** How long a session lasts at most. */
  public static final Duration LIFE = Duration.ofHours(12);

  /** How long it lasts without use. */
  public static final Duration IDLE = Duration.ofMinutes(60);

  private static final long POLL_MS = 1_000;
  private static final int MAX_LOOKUPS = 64;
  private static final String LEFT = """
      select s.id_hash, p.name, p.role,
        extract(epoch from s.created_at + interval '12 hours' - now()) as life_s,
        extract(epoch from s.seen_at + interval '60 minutes' - now()) as idle_s
      from session s join person p on p.name = s.person
      where s.created_at > now() - interval '12 hours'
        and s.seen_at > now() - interval '60 minutes'""";
  private static final String LEFT_OF_ONE = LEFT + " and s.id_hash = $1";
  private static final String OPEN = "insert into session (id_hash, person) values ($1, $2)";
  private static final String CLOSE = "delete from session where id_hash = $1 returning person";
  private static final String TOUCH =
      "update session set seen_at = now() where id_hash = any($1) and seen_at < now()";
  private static final String SWEEP = """
      delete from session where created_at < now() - interval '12 hours'
        or seen_at < now() - interval '60 minutes'""";

  private final Pool pool;
  private final InstantSource clock;
  private final Poll poll;
  private final AtomicInteger lookups = new AtomicInteger();
  private final Map<Buffer, Instant> used = new ConcurrentHashMap<>();
  private volatile Map<Buffer, Live> live = Map.of();

  public Sessions(Vertx vertx, Pool pool, InstantSource clock) {
    this.pool = pool;
    this.clock = clock;
    this.poll = new Poll(vertx, POLL_MS, "sessions", this::refresh);
  }

  /** A session by this node's clock, whatever the clock of the store says. */
  private record Live(Principal principal, Instant endsAt, Instant idleFrom) {}

  /** Completes once the sessions are known; fails when they cannot be read, and goes on trying. */
  public Future<Void> start() {
    return poll.start();
  }

  public void stop() {
    poll.stop();
  }

  /** Whose session this is; counts as use of it. Fails when only the store could tell. */
  public Future<Optional<Principal>> find(String id) {
    Buffer key = key(id);
    Live known = live.get(key);
    return known == null ? look(key) : Future.succeededFuture(use(key, known));
  }

  /** Whether it is valid as far as this node knows; counts as no use of it. */
  boolean isKnown(String id) {
    Buffer key = key(id);
    Live known = live.get(key);
    return known != null && isValid(key, known, clock.instant());
  }

  private boolean isValid(Buffer key, Live session, Instant now) {
    Instant idleFrom = used.getOrDefault(key, session.idleFrom());
    return !now.isAfter(session.endsAt()) && !now.isAfter(idleFrom.plus(IDLE));
  }

  /**
   * Opens a session within the transaction of the sign-in.
   *
   * @return its id, which is kept nowhere
   */
  Future<String> open(SqlClient client, String person) {
    String id = Secrets.create();
    return client
        .query(SWEEP)
        .execute()
        .compose(swept -> client.preparedQuery(OPEN).execute(Tuple.of(key(id), person)))
        .map(id);
  }

  /** Ends a session; on the other nodes within two seconds. */
  Future<Optional<String>> close(String id) {
    Buffer key = key(id);
    return pool.preparedQuery(CLOSE).execute(Tuple.of(key)).map(rows -> {
      forget(key);
      return rows.rowCount() == 0
          ? Optional.empty()
          : Optional.of(rows.iterator().next().getString(0));
    });
  }

  /** Tells the store what was used and reads what is valid now. */
  Future<Void> refresh() {
    Buffer[] touched = used.keySet().toArray(Buffer[]::new);
    return touch(touched).compose(done -> pool.query(LEFT).execute()).map(this::keep);
  }

  private Future<Void> touch(Buffer[] keys) {
    if (keys.length == 0) return Future.succeededFuture();
    return pool.preparedQuery(TOUCH)
        .execute(Tuple.of(keys))
        .onSuccess(done -> List.of(keys).forEach(used::remove))
        .mapEmpty();
  }

  private Void keep(RowSet<Row> rows) {
    Map<Buffer, Live> read = new HashMap<>();
    for (Row row : rows)
      findLive(row).ifPresent(session -> read.put(row.getBuffer("id_hash"), session));
    live = Map.copyOf(read);
    return null;
  }

  /** Signed in on another node a moment ago, or not at all. */
  private Future<Optional<Principal>> look(Buffer key) {
    if (lookups.incrementAndGet() > MAX_LOOKUPS) {
      lookups.decrementAndGet();
      return Future.failedFuture(
          new RefusedException(503, "Service Unavailable", "too many unknown sessions at once"));
    }
    return pool.preparedQuery(LEFT_OF_ONE)
        .execute(Tuple.of(key))
        .onComplete(done -> lookups.decrementAndGet())
        .map(rows -> rows.rowCount() == 0
            ? Optional.<Live>empty()
            : findLive(rows.iterator().next()))
        .map(found -> found.flatMap(session -> use(key, session)));
  }

  private Optional<Principal> use(Buffer key, Live session) {
    Instant now = clock.instant();
    if (!isValid(key, session, now)) return Optional.empty();
    used.put(key, now);
    return Optional.of(session.principal());
  }

  private void forget(Buffer key) {
    Map<Buffer, Live> rest = new HashMap<>(live);
    rest.remove(key);
    live = Map.copyOf(rest);
    used.remove(key);
  }

  private Optional<Live> findLive(Row row) {
    Instant now = clock.instant();
    return Role.find(row.getString("role"))
        .map(role -> new Live(
            Principal.person(row.getString("name"), role),
            now.plus(seconds(row, "life_s")),
            now.plus(seconds(row, "idle_s")).minus(IDLE)));
  }

  private static Duration seconds(Row row, String column) {
    return Duration.ofSeconds(row.getNumeric(column).longValue());
  }

  private static Buffer key(String id) {
    return Buffer.buffer(Secrets.sha256(id));
  }
}
