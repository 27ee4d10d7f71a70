package bongsu.ops.client;

import bongsu.ops.launch.LaunchException;
import bongsu.ops.launch.RunFiles;
import bongsu.ops.postgres.StoreAddress;
import bongsu.verticles.store.Primary;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The store of a running city, for a command or first start that works with it directly. */
public final class OpenStore implements AutoCloseable {
  private static final int CONNECT_S = 10;
  private static final int ANSWER_S = 120;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Pool pool;

  private OpenStore(StoreAddress at) {
    PgConnectOptions options = new PgConnectOptions()
        .setHost(at.host())
        .setPort(at.port())
        .setDatabase(at.database())
        .setUser(at.user())
        .setPassword(at.password())
        .setPipeliningLimit(1);
    PoolOptions one = new PoolOptions()
        .setMaxSize(1)
        .setConnectionTimeout(CONNECT_S)
        .setConnectionTimeoutUnit(TimeUnit.SECONDS);
    pool = PgBuilder.pool()
        .with(one)
        .connectingTo(new Primary(vertx, options))
        .using(vertx)
        .build();
  }

  /** @throws LaunchException when no city runs on the data directory */
  public static OpenStore of(Path data) {
    return new OpenStore(RunFiles.getStore(data));
  }

  /** The store at an address that is known. */
  public static OpenStore at(StoreAddress address) {
    return new OpenStore(address);
  }

  /** Who a command acts as in the audit log: the user of this machine. */
  public static String who() {
    return "local:" + System.getProperty("user.name", "unknown");
  }

  public Vertx vertx() {
    return vertx;
  }

  public Pool pool() {
    return pool;
  }

  /**
   * Waits for the store.
   *
   * @throws LaunchException with one line that says what is wrong
   */
  public <T> T get(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(ANSWER_S, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (TimeoutException e) {
      throw new LaunchException("the store did not answer within " + ANSWER_S + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("interrupted while the store was asked", e);
    }
  }

  private static LaunchException failure(@Nullable Throwable cause) {
    String message = cause == null ? "" : String.valueOf(cause.getMessage());
    return cause instanceof IllegalArgumentException
        ? new LaunchException(message, cause)
        : new LaunchException(
            "the store does not answer: is ./ops/run still running? (" + message + ")", cause);
  }

  @Override
  public void close() {
    get(vertx.close());
  }
}
