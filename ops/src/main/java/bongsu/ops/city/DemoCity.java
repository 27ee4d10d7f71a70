package bongsu.ops.city;

import bongsu.core.asset.Asset;
import bongsu.core.asset.AssetGeoJson;
import bongsu.core.asset.Rail;
import bongsu.core.asset.Road;
import bongsu.core.text.Bilingual;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A schematic Suwon: 13 000 cameras, 1 100 signalised junctions, 3 000 sensors and all that stands
 * between, made of the fact files. The same assets in the same order on every run and every JDK.
 */
public final class DemoCity {
  private static final long SEED = 1796;
  private static final Map<String, Boolean> SCHEMATIC = Map.of("schematic", true);

  private DemoCity() {}

  /** Name, place and neighbourhoods of the demo city. */
  public static CityProfile profile() {
    try {
      return CityProfile.read(Facts.open("city.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException("city.yaml", e);
    }
  }

  /** All its assets: first what is drawn beneath, last the cameras. */
  public static List<Asset> generate() {
    Facts facts = Facts.load();
    Dice dice = new Dice(SEED);
    Ground ground = new Ground(facts);
    Streets streets = new Streets(facts, ground, dice);
    Places places = new Places(facts, ground, streets.draft().segments(), dice);
    List<Asset> assets = new ArrayList<>(ground.districts());
    assets.addAll(places.zones());
    assets.addAll(ground.streams());
    assets.addAll(rails(facts));
    assets.addAll(streets.roads());
    assets.addAll(streets.junctions());
    assets.addAll(places.facilities());
    assets.addAll(new Fleet(facts).units());
    assets.addAll(new Sensors(facts, ground, streets, dice).sensors());
    assets.addAll(new Cameras(facts, ground, streets, places, dice).cameras());
    return assets;
  }

  private static List<Rail> rails(Facts facts) {
    return facts.rail().stream()
        .map(way -> new Rail(
            String.valueOf(way.id()),
            new Bilingual(way.name(), way.nameEn()),
            Ground.coordinates(facts, Curve.thin(Curve.smooth(facts.points(way), 60), 3)),
            String.valueOf(way.line())))
        .toList();
  }

  /** The roads among assets, for a {@link bongsu.core.asset.RoadNetwork}. */
  public static List<Road> roads(List<? extends Asset> assets) {
    return assets.stream().filter(Road.class::isInstance).map(Road.class::cast).toList();
  }

  /**
   * Writes {@code city.json} (the profile), {@code base.geojson} (the base map) and {@code
   * assets.geojson} (everything) into the directory, which is made if it is not there.
   *
   * @return what {@code assets.geojson} holds
   */
  public static List<Asset> writeTo(Path directory) throws IOException {
    Files.createDirectories(directory);
    List<Asset> assets = generate();
    Files.writeString(directory.resolve("city.json"), profile().toJson());
    Files.writeString(directory.resolve("base.geojson"), BaseMap.of(assets));
    Files.writeString(
        directory.resolve("assets.geojson"), AssetGeoJson.encodeAll(assets, SCHEMATIC));
    return assets;
  }
}
