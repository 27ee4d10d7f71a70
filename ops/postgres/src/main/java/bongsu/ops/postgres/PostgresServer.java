package bongsu.ops.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Our own PostgreSQL, a real server in processes of its own: it lives in a session apart from the
 * terminal, so that Ctrl-C cannot stop it before those who write to it, and it survives a launcher
 * that is killed. Used by one thread at a time.
 */
public final class PostgresServer implements AutoCloseable {
  /** The database of the running platform. */
  public static final String DATABASE = "bongsu";

  /** Of the server's programs. */
  public static final String VERSION = PostgresBinaries.VERSION;

  private static final String SUPERUSER = "postgres";

  private final PostgresLayout layout;
  private final Cluster cluster;
  private final boolean adopted;
  private Postmaster running;

  private PostgresServer(
      PostgresLayout layout, Cluster cluster, Postmaster running, boolean adopted) {
    this.layout = layout;
    this.cluster = cluster;
    this.running = running;
    this.adopted = adopted;
  }

  /**
   * Unpacks, initialises and starts what is needed. A server left over from a killed launcher is
   * taken over when it answers and is set as we want it, else stopped first. Refuses ({@link
   * StoreException}) a server that could lose what it has confirmed.
   *
   * @param archive where its log is copied to, or null for nowhere
   */
  public static PostgresServer start(PostgresLayout layout, @Nullable Archive archive)
      throws IOException {
    return start(layout, archive, Map.of());
  }

  /** As above without an archive, with some settings changed: small memory for tests. */
  static PostgresServer start(PostgresLayout layout, Map<String, String> changed)
      throws IOException {
    return start(layout, null, changed);
  }

  private static PostgresServer start(
      PostgresLayout layout, @Nullable Archive archive, Map<String, String> changed)
      throws IOException {
    Map<String, String> settings = ServerSettings.forProduction();
    if (archive != null) settings.putAll(archive.settings());
    settings.putAll(changed);
    Unprivileged rights = Unprivileged.find();
    Cluster cluster = Cluster.open(layout, rights, settings);
    if (archive != null) claim(archive, layout, rights);
    Optional<Postmaster> left = Postmaster.find(layout.cluster());
    if (left.isPresent() && cluster.isCurrent() && answers(layout, left.get().port())) {
      return new PostgresServer(layout, cluster, left.get(), true).checked();
    }
    if (left.isPresent()) cluster.stop();
    Postmaster started = cluster.start(FreePort.find());
    return new PostgresServer(layout, cluster, started, false).checked();
  }

  private static void claim(Archive archive, PostgresLayout layout, Unprivileged rights)
      throws IOException {
    archive.claim(ControlFile.systemId(layout.cluster()));
    rights.own(archive.directory());
  }

  /** Stops the server that a killed launcher may have left; nothing happens if there is none. */
  public static void stopLeftover(PostgresLayout layout) throws IOException {
    if (Postmaster.find(layout.cluster()).isEmpty()) return;
    Cluster.open(layout, Unprivileged.find(), ServerSettings.forProduction()).stop();
  }

  /** Starts the server again, on the same port, after it died. */
  public void restart() throws IOException {
    running = cluster.start(running.port());
    checked();
  }

  /** Completes when the server process ends, by whatever cause. */
  public CompletableFuture<?> onExit() {
    return running.process().onExit();
  }

  /** Whether a server left over from an earlier start was taken over. */
  public boolean wasAdopted() {
    return adopted;
  }

  /** For nodes and tools: may read and write rows, and nothing else. */
  public StoreAddress app() throws IOException {
    return address(layout, running.port(), DATABASE, StoreRoles.APP);
  }

  /** For migrations only: owns the schema. */
  public StoreAddress owner() throws IOException {
    return address(layout, running.port(), DATABASE, StoreRoles.OWNER);
  }

  /** For whoever keeps the server itself. */
  StoreAddress superuser() throws IOException {
    return address(layout, running.port(), "postgres", SUPERUSER);
  }

  /** Of the server that runs on this cluster now. */
  static StoreAddress superuser(PostgresLayout layout) throws IOException {
    Postmaster server = Postmaster.find(layout.cluster())
        .orElseThrow(() -> new StoreException("no server runs on " + layout.cluster()));
    return address(layout, server.port(), "postgres", SUPERUSER);
  }

  /** Stops in order: connections are cut, everything is on disk. */
  @Override
  public void close() throws IOException {
    cluster.stop();
  }

  private PostgresServer checked() throws IOException {
    try (Connection connection = superuser().connect()) {
      ServerSettings.requireDurable(connection);
      StoreRoles.create(connection, layout.secret(StoreRoles.OWNER), layout.secret(StoreRoles.APP));
      StoreRoles.createDatabase(connection, DATABASE);
      return this;
    } catch (SQLException | StoreException refused) {
      close();
      throw new StoreException("the store cannot be used: " + refused.getMessage(), refused);
    }
  }

  private static boolean answers(PostgresLayout layout, int port) throws IOException {
    try (Connection connection = address(layout, port, "postgres", SUPERUSER).connect()) {
      String version = ServerSettings.show(connection, "server_version");
      return version.startsWith(PostgresBinaries.VERSION);
    } catch (SQLException silent) {
      return false;
    }
  }

  private static StoreAddress address(PostgresLayout layout, int port, String database, String role)
      throws IOException {
    return new StoreAddress("127.0.0.1", port, database, role, layout.secret(role));
  }
}
