package bongsu.ops.launch;

import bongsu.ops.postgres.Archive;
import bongsu.ops.postgres.PostgresLayout;
import bongsu.ops.postgres.PostgresServer;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The embedded store: started again on the same port, where the nodes look for it. */
final class StoreLife implements KeptAlive.Life {
  private final PostgresLayout layout;
  private final @Nullable Archive archive;
  private @Nullable PostgresServer server;

  StoreLife(DataDirectory dir, @Nullable Archive archive) {
    this.archive = archive;
    layout = PostgresLayout.in(dir.path());
  }

  @Override
  public CompletableFuture<?> start() throws IOException {
    if (server == null) {
      server = PostgresServer.start(layout, archive);
    } else {
      server.restart();
    }
    return server.onExit();
  }

  PostgresServer getServer() {
    if (server == null) throw new IllegalStateException("the store was not started");
    return server;
  }

  @Override
  public void stop() throws IOException {
    if (server != null) server.close();
  }
}
