package bongsu.ops.bench;

import bongsu.core.access.Right;
import bongsu.ops.command.OpenStore;
import bongsu.ops.launch.RunFiles;
import bongsu.ops.postgres.StoreAddress;
import bongsu.verticles.access.TokenGrant;
import bongsu.verticles.access.TokenStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** A token made for one run in the store of a city on this machine, and revoked at its end. */
final class BenchToken implements AutoCloseable {
  private static final String WHO = "bench";
  private static final Duration LIFE = Duration.ofHours(2);

  /** Every node reads the tokens once a second. */
  private static final Duration KNOWN_AFTER = Duration.ofSeconds(2);

  private final StoreAddress store;
  private final String name;
  private final String text;

  private BenchToken(StoreAddress store, String name, String text) {
    this.store = store;
    this.name = name;
    this.text = text;
  }

  /** May send readings of a source and watch the live stream; every node knows it. */
  static BenchToken create(Path dataDir, String source, String run) throws InterruptedException {
    StoreAddress store = RunFiles.getStore(dataDir);
    TokenGrant grant = new TokenGrant(
        "bench-" + run,
        Set.of(source),
        Set.of(Right.SEND_SENSOR_READING, Right.READ_LIVE),
        false,
        Instant.now().plus(LIFE));
    try (OpenStore open = OpenStore.at(store)) {
      String text = open.get(new TokenStore(open.pool()).create(WHO, grant));
      Thread.sleep(KNOWN_AFTER.toMillis());
      return new BenchToken(store, grant.name(), text);
    }
  }

  String text() {
    return text;
  }

  @Override
  public void close() {
    try (OpenStore open = OpenStore.at(store)) {
      open.get(new TokenStore(open.pool()).revoke(WHO, name));
    }
  }
}
