package bongsu.rules.zone;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * The edges of an area, holes and further parts among them: a point is inside when a ray from it
 * crosses an odd number of them, or when it is on one.
 */
public final class Outline {
  /** Four numbers an edge: {@code x0, y0, x1, y1}, metres east and north. */
  private final double[] edges;

  private Outline(double[] edges) {
    this.edges = edges;
  }

  /** @param area a polygon or several, valid */
  public static Outline of(Geometry area) {
    EdgeList list = new EdgeList();
    for (int i = 0; i < area.getNumGeometries(); i++) {
      if (!(area.getGeometryN(i) instanceof Polygon polygon))
        throw new IllegalArgumentException("no area: " + area.getGeometryN(i).getGeometryType());
      list.addRing(polygon.getExteriorRing().getCoordinates());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++)
        list.addRing(polygon.getInteriorRingN(hole).getCoordinates());
    }
    return new Outline(list.toArray());
  }

  /** Four numbers an edge; not to be changed. */
  double[] edges() {
    return edges;
  }

  /** Of all edges together. */
  double lengthM() {
    double lengthM = 0;
    for (int i = 0; i < edges.length; i += 4) {
      double eastM = edges[i + 2] - edges[i];
      double northM = edges[i + 3] - edges[i + 1];
      lengthM += Math.sqrt(eastM * eastM + northM * northM);
    }
    return lengthM;
  }

  /** West, south, east and north. */
  double[] box() {
    double[] box = {
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (int i = 0; i < edges.length; i += 2) {
      box[0] = Math.min(box[0], edges[i]);
      box[1] = Math.min(box[1], edges[i + 1]);
      box[2] = Math.max(box[2], edges[i]);
      box[3] = Math.max(box[3], edges[i + 1]);
    }
    return box;
  }

  private static final class EdgeList {
    private double[] edges = new double[64];
    private int length;

    void addRing(Coordinate[] vertices) {
      for (int i = 1; i < vertices.length; i++) add(vertices[i - 1], vertices[i]);
    }

    private void add(Coordinate from, Coordinate to) {
      if (length + 4 > edges.length) edges = Arrays.copyOf(edges, edges.length * 2);
      edges[length++] = from.x;
      edges[length++] = from.y;
      edges[length++] = to.x;
      edges[length++] = to.y;
    }

    double[] toArray() {
      return Arrays.copyOf(edges, length);
    }
  }
}
