package bongsu.ops.serve;

import bongsu.core.asset.Asset;
import bongsu.core.asset.AssetKind;
import bongsu.core.asset.Camera;
import bongsu.core.asset.Coordinates;
import bongsu.core.asset.Facility;
import bongsu.core.asset.Polygon;
import bongsu.core.asset.Sensor;
import bongsu.core.asset.Unit;
import bongsu.core.asset.Zone;
import bongsu.core.wire.WireEnum;
import bongsu.rules.judge.AssetView;
import bongsu.rules.judge.Thing;
import bongsu.rules.judge.ZoneShape;
import bongsu.verticles.asset.AssetSnapshot;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The register as the rules see it. */
final class RuleAssets implements AssetView {
  private final AssetSnapshot assets;
  private final Map<String, Thing> things = new HashMap<>();
  private final List<ZoneShape> zones;

  RuleAssets(AssetSnapshot assets) {
    this.assets = assets;
    for (Asset asset : assets.list())
      if (asset instanceof Asset.AtPoint) things.put(asset.id(), thing(asset));
    this.zones =
        assets.list(AssetKind.ZONE).stream().map(zone -> shape((Zone) zone)).toList();
  }

  /** Whether it shows this snapshot. */
  boolean isOf(AssetSnapshot snapshot) {
    return assets == snapshot;
  }

  private static Thing thing(Asset asset) {
    return new Thing(
        asset.id(),
        WireEnum.wordOf(asset.kind()),
        type(asset),
        asset.name(),
        asset.position(),
        levels(asset));
  }

  private static String type(Asset asset) {
    if (asset instanceof Facility facility) return WireEnum.wordOf(facility.facilityType());
    if (asset instanceof Camera camera) return WireEnum.wordOf(camera.purpose());
    if (asset instanceof Sensor sensor) return WireEnum.wordOf(sensor.quantity());
    return asset instanceof Unit unit ? WireEnum.wordOf(unit.service()) : "";
  }

  private static Map<String, Double> levels(Asset asset) {
    if (!(asset instanceof Sensor sensor)) return Map.of();
    return sensor
        .findLevels()
        .map(l -> Map.of("attention", l.attention(), "alert", l.alert()))
        .orElse(Map.of());
  }

  private static ZoneShape shape(Zone zone) {
    return new ZoneShape(
        zone.id(),
        WireEnum.wordOf(zone.zoneType()),
        zone.name(),
        zone.polygons().stream().map(RuleAssets::rings).toList());
  }

  private static List<double[][]> rings(Polygon polygon) {
    return polygon.rings().stream().map(RuleAssets::ring).toList();
  }

  private static double[][] ring(Coordinates line) {
    double[][] ring = new double[line.size()][];
    for (int i = 0; i < ring.length; i++) ring[i] = new double[] {line.lonDeg(i), line.latDeg(i)};
    return ring;
  }

  @Override
  public Optional<Thing> find(String assetId) {
    return Optional.ofNullable(things.get(assetId));
  }

  @Override
  public Collection<Thing> listThings() {
    return things.values();
  }

  @Override
  public List<ZoneShape> listZones() {
    return zones;
  }
}
