package bongsu.rules.judge;

import bongsu.core.geo.LocalPlane;
import bongsu.core.text.Bilingual;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** A zone on the city's plane, x metres east, y metres north. Its boundary counts as inside. */
final class Area {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final String id;
  private final Bilingual name;
  private final Geometry shape;
  private final IndexedFacetDistance edge;

  private Area(String id, Bilingual name, Geometry shape) {
    this.id = id;
    this.name = name;
    this.shape = shape;
    this.edge = new IndexedFacetDistance(shape.getBoundary());
  }

  static Area of(ZoneShape zone, LocalPlane plane) {
    List<Geometry> polygons = new ArrayList<>();
    for (List<double[][]> rings : zone.polygons()) polygons.add(polygon(rings, plane));
    return new Area(zone.id(), zone.name(), union(polygons));
  }

  /** Several zones as one, without the borders between them. */
  static Area together(String id, List<Area> areas) {
    return new Area(
        id, areas.get(0).name, union(areas.stream().map(area -> area.shape).toList()));
  }

  private static Geometry union(List<Geometry> shapes) {
    return shapes.size() == 1
        ? shapes.get(0)
        : OverlayNGRobust.union(GEOMETRY.buildGeometry(shapes));
  }

  private static Polygon polygon(List<double[][]> rings, LocalPlane plane) {
    LinearRing[] holes = rings.stream().skip(1).map(r -> ring(r, plane)).toArray(LinearRing[]::new);
    return GEOMETRY.createPolygon(ring(rings.get(0), plane), holes);
  }

  private static LinearRing ring(double[][] lonLat, LocalPlane plane) {
    Coordinate[] vertices = new Coordinate[lonLat.length];
    for (int i = 0; i < lonLat.length; i++)
      vertices[i] = new Coordinate(plane.xM(lonLat[i][0]), plane.yM(lonLat[i][1]));
    return GEOMETRY.createLinearRing(vertices);
  }

  String id() {
    return id;
  }

  Bilingual name() {
    return name;
  }

  /** A polygon or several that do not overlap. */
  Geometry shape() {
    return shape;
  }

  Envelope envelope() {
    return shape.getEnvelopeInternal();
  }

  /** Metres to the boundary, from inside as from outside. */
  double edgeDistanceM(double xM, double yM) {
    return edge.distance(GEOMETRY.createPoint(new Coordinate(xM, yM)));
  }
}
