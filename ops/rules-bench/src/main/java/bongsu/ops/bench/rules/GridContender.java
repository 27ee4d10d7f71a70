package bongsu.ops.bench.rules;

import bongsu.rules.zone.Outline;
import bongsu.rules.zone.ZoneGrid;
import java.util.List;
import org.locationtech.jts.geom.Polygon;

/** As the platform's own fences ask: first whether anything changed at all. */
final class GridContender implements Contender {
  private final ZoneGrid grid;
  private final Crossings crossings;
  private final int[] sets;

  GridContender(List<Polygon> fences, int things) {
    grid = ZoneGrid.of(fences.stream().map(Outline::of).toList());
    crossings = new Crossings(things);
    sets = new int[things];
  }

  @Override
  public int move(Walks walks, int from, int count) {
    int changes = 0;
    int first = walks.place(from);
    for (int i = from; i < from + count; i++) {
      int thing = walks.things[first + i - from];
      double xM = walks.xM[i];
      double yM = walks.yM[i];
      int set = grid.setAt(xM, yM);
      if (set >= 0 && set == sets[thing]) continue;
      sets[thing] = set;
      if (!grid.isIn(crossings.of(thing), xM, yM))
        changes += crossings.change(thing, grid.find(xM, yM));
    }
    return changes;
  }
}
