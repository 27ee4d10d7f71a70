package bongsu.verticles.store;

import bongsu.verticles.clock.SharedClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.time.InstantSource;

/**
 * A node's connections to PostgreSQL, one pool for each duty so that none waits for another: lease
 * renewals and calls (P0) never queue behind telemetry or a slow query. Safe for any thread.
 */
public final class Store {
  private static final int QUERY_CONNECTIONS = 6;
  private static final int CALL_CONNECTIONS = 4;
  private static final int MAX_WAITING = 2_000;
  private static final int LONGEST_OWNER = 50;

  /** With the owner's name behind it: what a node's connection for leases is called. */
  public static final String LEASES_OF = "bongsu-of-";

  private final Vertx vertx;
  private final Primary watch;
  private final String owner;
  private final MasterKey master;
  private final SharedClock clock = new SharedClock(InstantSource.system());
  private final Pool leases;
  private final Pool calls;
  private final Pool events;
  private final Pool city;
  private final Pool queries;

  /**
   * @param owner this process, a new name at every start; others see by it whether we are connected
   * @param shards how many shards a node may own at most; each writes on a connection of its own
   * @param master of the keys of cases
   */
  public Store(Vertx vertx, StoreAddress address, String owner, int shards, MasterKey master) {
    if (owner.length() > LONGEST_OWNER)
      throw new IllegalArgumentException("owner must be at most 50 characters, was " + owner);
    this.vertx = vertx;
    this.watch = new Primary(vertx, options(address, "bongsu-watch"));
    this.owner = owner;
    this.master = master;
    this.leases = pool(vertx, address, LEASES_OF + owner, 1);
    this.calls = pool(vertx, address, "bongsu-calls", CALL_CONNECTIONS);
    this.events = pool(vertx, address, "bongsu-events", shards * 2);
    this.city = pool(vertx, address, "bongsu-city", 2);
    this.queries = pool(vertx, address, "bongsu-queries", QUERY_CONNECTIONS);
  }

  private static Pool pool(Vertx vertx, StoreAddress address, String duty, int size) {
    PoolOptions options = new PoolOptions()
        .setName(duty)
        .setShared(false)
        .setMaxSize(size)
        .setMaxWaitQueueSize(MAX_WAITING)
        .setConnectionTimeout(10);
    return PgBuilder.pool()
        .connectingTo(new Primary(vertx, options(address, duty)))
        .with(options)
        .using(vertx)
        .build();
  }

  private static PgConnectOptions options(StoreAddress address, String duty) {
    return new PgConnectOptions()
        .setHost(address.host())
        .setPort(address.port())
        .setDatabase(address.database())
        .setUser(address.user())
        .setPassword(address.password())
        .setCachePreparedStatements(true)
        .setPipeliningLimit(1)
        .addProperty("application_name", duty)
        .addProperty("statement_timeout", "10000")
        .addProperty("TimeZone", "UTC");
  }

  /** One connection that waits behind nothing, for {@link StoreWatch}. */
  Future<SqlConnection> connect() {
    return watch
        .get()
        .compose(primary -> PgConnection.connect(vertx, new PgConnectOptions(primary)))
        .map(connected -> connected);
  }

  /** This process, as leases name it. */
  public String owner() {
    return owner;
  }

  /** Real time, the same on all nodes of this store. */
  public SharedClock clock() {
    return clock;
  }

  /** For lease renewals only. */
  public Pool leases() {
    return leases;
  }

  /** For calls and help signals only. */
  public Pool calls() {
    return calls;
  }

  /** The keys of cases, read and made with the connections for calls. */
  public CaseKeys caseKeys() {
    return new CaseKeys(calls, master);
  }

  /** For telemetry and what judging it produced. */
  public Pool events() {
    return events;
  }

  /** For fusion only. */
  public Pool city() {
    return city;
  }

  /** For everything people and screens ask. */
  public Pool queries() {
    return queries;
  }

  public Future<Void> close() {
    return Future.join(
            leases.close(),
            calls.close(),
            Future.join(events.close(), city.close(), queries.close()))
        .mapEmpty();
  }
}
