package bongsu.ops.bench.rules;

import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Every fence is asked, by its box first, as JTS does by itself. */
final class NaiveContender implements Contender {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private final List<Polygon> fences;
  private final Crossings crossings;

  NaiveContender(List<Polygon> fences, int things) {
    this.fences = fences;
    this.crossings = new Crossings(things);
  }

  @Override
  public int move(Walks walks, int from, int count) {
    int changes = 0;
    int first = walks.place(from);
    for (int i = from; i < from + count; i++) {
      Point at = GEOMETRY.createPoint(new Coordinate(walks.xM[i], walks.yM[i]));
      int[] now = IntStream.range(0, fences.size())
          .filter(fence -> fences.get(fence).covers(at))
          .toArray();
      changes += crossings.change(walks.things[first + i - from], now);
    }
    return changes;
  }
}
