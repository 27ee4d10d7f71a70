package bongsu.verticles.asset;

import bongsu.core.asset.Asset;
import bongsu.core.asset.AssetKind;
import bongsu.core.geo.BoundingBox;
import bongsu.verticles.web.Encoded;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All assets at one version of the register. Immutable; any thread may read. */
public final class AssetSnapshot {
  static final AssetSnapshot EMPTY = new AssetSnapshot(0, new TreeMap<>());
  private static final String ALL = "";

  private final long version;
  private final TreeMap<String, Placed> byId;
  private final Map<AssetKind, List<Asset>> byKind = new EnumMap<>(AssetKind.class);
  private final Map<String, Encoded> encoded = new ConcurrentHashMap<>();

  /** An asset and its GeoJSON, encoded once. */
  record Placed(Asset asset, String feature) {}

  private AssetSnapshot(long version, TreeMap<String, Placed> byId) {
    this.version = version;
    this.byId = byId;
    Map<AssetKind, List<Asset>> grouped =
        byId.values().stream().map(Placed::asset).collect(Collectors.groupingBy(Asset::kind));
    grouped.forEach((kind, assets) -> byKind.put(kind, List.copyOf(assets)));
  }

  /** This one with some assets added or replaced. */
  AssetSnapshot with(long newVersion, Collection<Placed> changed) {
    TreeMap<String, Placed> all = new TreeMap<>(byId);
    for (Placed placed : changed) all.put(placed.asset().id(), placed);
    return new AssetSnapshot(newVersion, all);
  }

  public long version() {
    return version;
  }

  public int size() {
    return byId.size();
  }

  public Optional<Asset> find(String id) {
    return Optional.ofNullable(byId.get(id)).map(Placed::asset);
  }

  /** All of a kind, by id. */
  public List<Asset> list(AssetKind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** All assets, by id. */
  public List<Asset> list() {
    return byId.values().stream().map(Placed::asset).toList();
  }

  /**
   * The FeatureCollection of a kind, encoded on first use. Takes a while for many assets: not for an
   * event loop.
   *
   * @param kind null for all
   */
  Encoded encoded(@Nullable AssetKind kind) {
    return encoded.computeIfAbsent(keyOf(kind), key -> encode(features(p -> isOf(kind, p))));
  }

  /** As above if it has been encoded already. */
  Optional<Encoded> findEncoded(@Nullable AssetKind kind) {
    return Optional.ofNullable(encoded.get(keyOf(kind)));
  }

  /** As above, those only whose bounds touch the box; encoded anew each time. */
  Encoded encoded(@Nullable AssetKind kind, BoundingBox box) {
    return encode(features(p -> isOf(kind, p) && touches(p.asset().bounds(), box)));
  }

  private static Encoded encode(Collection<String> features) {
    String json = "{\"type\":\"FeatureCollection\",\"features\":[\n"
        + String.join(",\n", features)
        + "\n]}\n";
    return Encoded.gzipped("application/geo+json", json.getBytes(StandardCharsets.UTF_8));
  }

  private Collection<String> features(Predicate<Placed> wanted) {
    return byId.values().stream().filter(wanted).map(Placed::feature).toList();
  }

  private static boolean isOf(@Nullable AssetKind kind, Placed placed) {
    return kind == null || placed.asset().kind() == kind;
  }

  private static boolean touches(BoundingBox a, BoundingBox b) {
    return a.westDeg() <= b.eastDeg()
        && a.eastDeg() >= b.westDeg()
        && a.southDeg() <= b.northDeg()
        && a.northDeg() >= b.southDeg();
  }

  private static String keyOf(@Nullable AssetKind kind) {
    return kind == null ? ALL : kind.name();
  }
}
