package bongsu.rules.judge;

import bongsu.rules.zone.Outline;
import bongsu.rules.zone.ZoneGrid;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Areas numbered from 0 in the order of their ids, so that what follows from them is in the same
 * order on every run. Immutable: a change of zones makes new ones.
 */
final class Areas {
  private final List<Area> byNumber;
  private final Map<String, Integer> numberById = new HashMap<>();
  private final ZoneGrid grid;
  private final STRtree boxes = new STRtree();

  Areas(List<Area> areas) {
    byNumber = areas.stream().sorted(Comparator.comparing(Area::id)).toList();
    grid = ZoneGrid.of(byNumber.stream().map(area -> Outline.of(area.shape())).toList());
    for (int number = 0; number < byNumber.size(); number++) {
      numberById.put(byNumber.get(number).id(), number);
      boxes.insert(byNumber.get(number).envelope(), number);
    }
    boxes.build();
  }

  int size() {
    return byNumber.size();
  }

  Area get(int number) {
    return byNumber.get(number);
  }

  /** Those with these ids, ascending; unknown ids are left out. */
  int[] numbersOf(List<String> ids) {
    return ids.stream()
        .filter(numberById::containsKey)
        .mapToInt(numberById::get)
        .sorted()
        .toArray();
  }

  /** Those that a point is in, ascending; their boundary counts as inside. Not to be changed. */
  int[] find(double xM, double yM) {
    return grid.find(xM, yM);
  }

  /** The same number means the same areas, -1 that it is too close to a boundary to tell. */
  int setAt(double xM, double yM) {
    return grid.setAt(xM, yM);
  }

  /** Whether a point is in exactly these. */
  boolean isIn(int[] inside, double xM, double yM) {
    return grid.isIn(inside, xM, yM);
  }

  /** Whether every boundary is surely further than this from the point. */
  boolean isClear(double xM, double yM, double withinM) {
    return withinM == 0 || grid.clearanceM(xM, yM) > withinM;
  }

  /** Every one the point is in or at most {@code withinM} from, and maybe some that are not. */
  IntStream listNear(double xM, double yM, double withinM) {
    Envelope around = new Envelope(xM - withinM, xM + withinM, yM - withinM, yM + withinM);
    @SuppressWarnings("unchecked")
    List<Integer> found = boxes.query(around);
    return found.stream().mapToInt(Integer::intValue);
  }
}
