package bongsu.verticles.asset;

import bongsu.core.asset.Asset;
import bongsu.core.asset.AssetGeoJson;
import bongsu.core.asset.AssetKind;
import bongsu.core.asset.AssetLimits;
import bongsu.core.geo.Position;
import bongsu.verticles.access.Poll;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All assets in memory, at most a second or so behind the store, and there while the store is away.
 * Any thread may read.
 */
public final class AssetRegister {
  private static final Logger LOG = LoggerFactory.getLogger(AssetRegister.class);
  private static final long POLL_MS = 1_000;
  private static final AssetLimits STORED = AssetLimits.within(null);

  private final Vertx vertx;
  private final AssetStore store;
  private final Poll poll;
  private final List<Consumer<AssetSnapshot>> listeners = new CopyOnWriteArrayList<>();
  private Future<Void> reading = Future.succeededFuture();
  private volatile AssetSnapshot snapshot = AssetSnapshot.EMPTY;

  public AssetRegister(Vertx vertx, AssetStore store) {
    this.vertx = vertx;
    this.store = store;
    this.poll = new Poll(vertx, POLL_MS, "asset register", this::refresh);
  }

  /** Completes once the assets are known; fails when they cannot be read, and goes on trying. */
  public Future<Void> start() {
    return poll.start();
  }

  public void stop() {
    poll.stop();
  }

  /** Everything at one version. */
  public AssetSnapshot snapshot() {
    return snapshot;
  }

  public Optional<Asset> find(String id) {
    return snapshot.find(id);
  }

  /** All of a kind, by id. */
  public List<Asset> list(AssetKind kind) {
    return snapshot.list(kind);
  }

  /** Where an asset is: one position that stands for it. */
  public Optional<Position> findPosition(String id) {
    return snapshot.find(id).map(Asset::position);
  }

  /**
   * Tells of every new version, on the thread that read it: whoever listens goes to its own context
   * first. Versions may be skipped.
   */
  public void onChange(Consumer<AssetSnapshot> listener) {
    listeners.add(listener);
  }

  /** Reads what changed now rather than within a second; after a read that is under way. */
  public synchronized Future<Void> refresh() {
    reading = reading.otherwiseEmpty().compose(before -> read());
    return reading;
  }

  private Future<Void> read() {
    AssetSnapshot known = snapshot;
    return store.version().compose(version -> {
      if (version == known.version()) return Future.succeededFuture();
      return load(version < known.version() ? AssetSnapshot.EMPTY : known);
    });
  }

  /** @param base what it is built upon: nothing when the store was set back */
  private Future<Void> load(AssetSnapshot base) {
    return store
        .listChangedAfter(base.version())
        .compose(kept -> vertx.executeBlocking(() -> build(base, kept), false))
        .map(this::publish);
  }

  private static AssetSnapshot build(AssetSnapshot base, List<AssetStore.Kept> kept) {
    long newest = kept.stream().mapToLong(AssetStore.Kept::version).max().orElse(0);
    return base.with(newest, kept.stream().flatMap(AssetRegister::placed).toList());
  }

  private static Stream<AssetSnapshot.Placed> placed(AssetStore.Kept kept) {
    var decoded = AssetGeoJson.decode(kept.feature().getBytes(StandardCharsets.UTF_8), STORED);
    decoded.rejections().forEach(r -> LOG.warn("a stored asset is not understood: {}", r));
    return decoded.assets().stream().map(asset -> new AssetSnapshot.Placed(asset, kept.feature()));
  }

  private @Nullable Void publish(AssetSnapshot read) {
    snapshot = read;
    LOG.info("asset register version {}: {} assets", read.version(), read.size());
    listeners.forEach(listener -> listener.accept(read));
    return null;
  }
}
