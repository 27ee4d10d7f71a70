package bongsu.rules.judge;

import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A city of a few things, placed in metres from its centre. */
final class TestCity implements AssetView {
  private final Map<String, Thing> things = new LinkedHashMap<>();
  private final List<ZoneShape> zones = new ArrayList<>();

  TestCity with(String id, String kind, String type, String ko, double eastM, double northM) {
    return with(id, kind, type, ko, eastM, northM, Map.of());
  }

  TestCity with(
      String id,
      String kind,
      String type,
      String ko,
      double eastM,
      double northM,
      Map<String, Double> levels) {
    Position p = Given.PLANE.at(eastM, northM);
    things.put(id, new Thing(id, kind, type, new Bilingual(ko, "en:" + ko), p, levels));
    return this;
  }

  /** A square zone by its south-west corner. */
  TestCity withSquare(String id, String type, double eastM, double northM, double sideM) {
    double[][] ring = {
      corner(eastM, northM),
      corner(eastM + sideM, northM),
      corner(eastM + sideM, northM + sideM),
      corner(eastM, northM + sideM),
      corner(eastM, northM)
    };
    zones.add(
        new ZoneShape(id, type, new Bilingual(id + "구", id), List.of(List.<double[][]>of(ring))));
    return this;
  }

  private static double[] corner(double eastM, double northM) {
    Position p = Given.PLANE.at(eastM, northM);
    return new double[] {p.lonDeg(), p.latDeg()};
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
