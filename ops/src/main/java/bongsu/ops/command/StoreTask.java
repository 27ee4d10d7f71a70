package bongsu.ops.command;

import bongsu.ops.postgres.StoreAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;

/** Runs something against the store from a command, and waits for it. */
public final class StoreTask {
  private StoreTask() {}

  /** @throws Exception what the work failed with */
  public static <T> T run(StoreAddress address, BiFunction<Vertx, Pool, Future<T>> work) throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      Pool pool = pool(vertx, address);
      return work.apply(vertx, pool).toCompletionStage().toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get();
    }
  }

  private static Pool pool(Vertx vertx, StoreAddress address) {
    PgConnectOptions connect = new PgConnectOptions()
        .setHost(address.host())
        .setPort(address.port())
        .setDatabase(address.database())
        .setUser(address.user())
        .setPassword(address.password());
    return PgBuilder.pool().connectingTo(connect).with(new PoolOptions().setMaxSize(2)).using(vertx).build();
  }
}
