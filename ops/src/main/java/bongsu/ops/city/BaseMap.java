package bongsu.ops.city;

import bongsu.core.asset.Asset;
import bongsu.core.asset.AssetGeoJson;
import bongsu.core.asset.Facility;
import bongsu.core.asset.FacilityType;
import bongsu.core.asset.Rail;
import bongsu.core.asset.Road;
import bongsu.core.asset.Stream;
import bongsu.core.asset.Zone;
import bongsu.core.asset.ZoneType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is drawn beneath everything else: ground, water, ways and landmarks. */
public final class BaseMap {
  private static final Set<ZoneType> ZONES = Set.of(ZoneType.DISTRICT, ZoneType.PARK);
  private static final Set<FacilityType> MINOR = Set.of(FacilityType.SHELTER, FacilityType.SCHOOL);

  private BaseMap() {}

  /** The base map of these assets as a GeoJSON FeatureCollection, marked schematic. */
  public static String of(List<? extends Asset> assets) {
    List<? extends Asset> drawn = assets.stream().filter(BaseMap::isDrawn).toList();
    return AssetGeoJson.encodeAll(drawn, Map.of("schematic", true));
  }

  private static boolean isDrawn(Asset asset) {
    if (asset instanceof Zone zone) return ZONES.contains(zone.zoneType());
    if (asset instanceof Facility facility) return !MINOR.contains(facility.facilityType());
    return asset instanceof Road || asset instanceof Stream || asset instanceof Rail;
  }
}
