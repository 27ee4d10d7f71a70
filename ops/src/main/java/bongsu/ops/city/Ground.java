package bongsu.ops.city;

import bongsu.core.asset.Coordinates;
import bongsu.core.asset.Polygon;
import bongsu.core.asset.Stream;
import bongsu.core.asset.Zone;
import bongsu.core.asset.ZoneType;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What lies under the streets: districts, streams, railways, hills and lakes. */
final class Ground {
  private static final double BORDER_MARGIN_M = 130;

  private final Facts facts;
  private final List<Zone> districts;
  private final Segments border = new Segments();
  private final Segments water = new Segments();
  private final Segments surfaceRail = new Segments();
  private final List<List<Point>> streamLines = new ArrayList<>();

  Ground(Facts facts) {
    this.facts = facts;
    districts = facts.districts().districts().stream().map(this::district).toList();
    facts.districts().borders().forEach((name, arc) -> {
      if (name.endsWith("-outer")) border.addLine(arc.stream().map(facts::point).toList());
    });
    for (Facts.Way stream : facts.water().streams()) {
      List<Point> line = meander(Curve.smooth(facts.points(stream), 60));
      streamLines.add(line);
      water.addLine(line);
    }
    // The other lines run underground through the city.
    surfaceRail.addLine(Curve.smooth(facts.points(facts.rail().get(0)), 60));
  }

  private Zone district(Facts.District d) {
    List<List<Double>> ring = new ArrayList<>();
    for (String name : d.ring()) {
      boolean backwards = name.startsWith("-");
      List<List<Double>> arc =
          new ArrayList<>(facts.districts().borders().get(backwards ? name.substring(1) : name));
      if (backwards) Collections.reverse(arc);
      ring.addAll(ring.isEmpty() ? arc : arc.subList(1, arc.size()));
    }
    double[] lon = ring.stream().mapToDouble(p -> p.get(1)).toArray();
    double[] lat = ring.stream().mapToDouble(p -> p.get(0)).toArray();
    Polygon polygon = new Polygon(List.of(new Coordinates(lon, lat)));
    Bilingual name = new Bilingual(d.name(), d.nameEn());
    return new Zone(d.id(), name, ZoneType.DISTRICT, List.of(polygon));
  }

  /** A gentle swing to both sides, still at both ends: small streams are never straight. */
  private static List<Point> meander(List<Point> line) {
    List<Point> out = new ArrayList<>(line);
    for (int i = 1; i + 1 < line.size(); i++) {
      double across = line.get(i - 1).directionTo(line.get(i + 1)) + StrictMath.PI / 2;
      out.set(
          i, line.get(i).at(across, 14 * StrictMath.sin(i * 0.55) + 9 * StrictMath.sin(i * 0.23)));
    }
    return out;
  }

  List<Zone> districts() {
    return districts;
  }

  /** Id of the district around the position. */
  String districtOf(Position position) {
    return districts.stream()
        .filter(d -> d.covers(position))
        .findFirst()
        .map(Zone::id)
        .orElseThrow(() -> new IllegalArgumentException(position + " lies in no district"));
  }

  boolean isInCity(Point p) {
    Position position = facts.position(p);
    return districts.stream().anyMatch(d -> d.covers(position));
  }

  /** Whether there may be streets and houses. */
  boolean isBuiltUp(Point p) {
    return isInCity(p) && border.distanceM(p, BORDER_MARGIN_M) >= BORDER_MARGIN_M && !isOpenLand(p);
  }

  boolean isOpenLand(Point p) {
    return java.util.stream.Stream.concat(
            facts.water().lakes().stream(), facts.water().openLand().stream())
        .anyMatch(spot -> facts.point(spot).distanceM(p) < spot.radiusM());
  }

  boolean isLake(Point p) {
    return facts.water().lakes().stream().anyMatch(l -> facts.point(l).distanceM(p) < l.radiusM());
  }

  Segments water() {
    return water;
  }

  Segments surfaceRail() {
    return surfaceRail;
  }

  List<List<Point>> streamLines() {
    return streamLines;
  }

  List<Stream> streams() {
    List<Stream> streams = new ArrayList<>();
    for (int i = 0; i < streamLines.size(); i++) {
      Facts.Way way = facts.water().streams().get(i);
      Bilingual name = new Bilingual(way.name(), way.nameEn());
      streams.add(
          new Stream(String.valueOf(way.id()), name, coordinates(facts, streamLines.get(i))));
    }
    return streams;
  }

  static Coordinates coordinates(Facts facts, List<Point> line) {
    List<Position> positions = line.stream().map(facts::position).toList();
    return new Coordinates(
        positions.stream().mapToDouble(Position::lonDeg).toArray(),
        positions.stream().mapToDouble(Position::latDeg).toArray());
  }
}
