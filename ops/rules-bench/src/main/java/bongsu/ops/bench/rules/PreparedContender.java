package bongsu.ops.bench.rules;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** The usual way with JTS: a tree of boxes, then prepared polygons. */
final class PreparedContender implements Contender {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private final STRtree tree = new STRtree();
  private final Crossings crossings;

  PreparedContender(List<Polygon> fences, int things) {
    crossings = new Crossings(things);
    for (int i = 0; i < fences.size(); i++)
      tree.insert(
          fences.get(i).getEnvelopeInternal(),
          new Fence(i, PreparedGeometryFactory.prepare(fences.get(i))));
    tree.build();
  }

  private record Fence(int number, PreparedGeometry shape) {}

  @Override
  public int move(Walks walks, int from, int count) {
    int changes = 0;
    int first = walks.place(from);
    for (int i = from; i < from + count; i++) {
      Point at = GEOMETRY.createPoint(new Coordinate(walks.xM[i], walks.yM[i]));
      @SuppressWarnings("unchecked")
      List<Fence> near = tree.query(new Envelope(at.getCoordinate()));
      int[] now = near.stream()
          .filter(fence -> fence.shape().covers(at))
          .mapToInt(Fence::number)
          .sorted()
          .toArray();
      changes += crossings.change(walks.things[first + i - from], now);
    }
    return changes;
  }
}
