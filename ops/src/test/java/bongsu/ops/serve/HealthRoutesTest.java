package bongsu.ops.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.verticles.cluster.Owners;
import bongsu.verticles.journal.Journal;
import bongsu.verticles.journal.JournalKey;
import bongsu.verticles.journal.JournalSpace;
import bongsu.verticles.journal.LocalDisk;
import bongsu.verticles.store.Reachability;
import bongsu.verticles.store.Troubles;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node of which one event loop, not the one that answers, is blocked. */
class HealthRoutesTest {
  private final Vertx vertx = Vertx.vertx();
  private final CountDownLatch release = new CountDownLatch(1);
  private volatile Thread answering;
  private HttpServer server;

  @TempDir
  Path data;

  @BeforeEach
  void serve() throws Exception {
    Reachability store = new Reachability(System.nanoTime());
    Journal journal = new Journal(
        data,
        "node-1",
        new LocalDisk(),
        JournalKey.in(data.resolve("key")),
        new JournalSpace(0, 0),
        store);
    Router router = Router.router(vertx);
    router.route().handler(ctx -> {
      answering = Thread.currentThread();
      ctx.next();
    });
    new HealthRoutes(new LoopTicks(vertx), store, journal, new Owners(), new Troubles())
        .mount(router);
    server = vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(0, "127.0.0.1")
        .await(20, TimeUnit.SECONDS);
  }

  @AfterEach
  void close() throws Exception {
    release.countDown();
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.actualPort() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private void until(String answer) throws Exception {
    long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    for (String now = ""; !now.equals(answer); ) {
      HttpResponse<String> response = get("/health/live");
      now = response.statusCode() + " " + response.body();
      assertTrue(System.nanoTime() < untilNs, "still " + now);
      LockSupport.parkNanos(50_000_000);
    }
  }

  @Test
  void anEventLoopThatDoesNotTurnIs503UntilItDoes() throws Exception {
    until("200 live\n");
    blockAnother();
    until("503 1 event loops are stuck\n");
    release.countDown();
    until("200 live\n");
  }

  /** Each call from outside runs on the next event loop. */
  private void blockAnother() {
    vertx.runOnContext(go -> {
      if (Thread.currentThread() == answering) new Thread(this::blockAnother).start();
      else block();
    });
  }

  private void block() {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aNodeThatKnowsNoOwnersIsNotReady() throws Exception {
    HttpResponse<String> response = get("/health/ready");
    assertEquals(503, response.statusCode());
    assertEquals("nobody owns shards (not known yet)\n", response.body());
  }
}
