package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.event.UnitPosition;
import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The city a judge judges in: its assets, its plane in metres, its districts for saying where. */
final class Surroundings {
  private final AssetView assets;
  private final LocalPlane plane;
  private final Areas districts;

  Surroundings(AssetView assets, LocalPlane plane) {
    this.assets = assets;
    this.plane = plane;
    this.districts = new Areas(areas(zone -> zone.zoneType().equals("district")));
  }

  AssetView assets() {
    return assets;
  }

  LocalPlane plane() {
    return plane;
  }

  List<Area> areas(Predicate<ZoneShape> wanted) {
    return assets.listZones().stream()
        .filter(wanted)
        .map(z -> Area.of(z, plane))
        .toList();
  }

  /** Where the event is: as it says, else where its thing stands; null when nobody knows. */
  @Nullable
  Position positionOf(CityEvent event) {
    return event
        .findPosition()
        .or(() -> assets.find(event.subject()).map(Thing::position))
        .orElse(null);
  }

  /** The thing's name, its id when it is not registered. */
  Bilingual nameOf(String assetId) {
    return assets.find(assetId).map(Thing::name).orElseGet(() -> Bilingual.same(assetId));
  }

  /** Where, in words: the name of what stands still, the district of what moves or is unknown. */
  Bilingual placeOf(CityEvent event) {
    boolean still =
        !(event instanceof UnitPosition) && assets.find(event.subject()).isPresent();
    Position position = positionOf(event);
    return still || position == null ? nameOf(event.subject()) : districtOf(position);
  }

  private Bilingual districtOf(Position p) {
    int[] in = districts.find(plane.xM(p.lonDeg()), plane.yM(p.latDeg()));
    return in.length > 0
        ? districts.get(in[0]).name()
        : Bilingual.same(degrees(p.latDeg()) + ", " + degrees(p.lonDeg()));
  }

  private static String degrees(double deg) {
    return java.math.BigDecimal.valueOf(deg)
        .setScale(4, java.math.RoundingMode.HALF_UP)
        .toPlainString();
  }
}
