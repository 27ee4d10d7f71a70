package bongsu.rules.judge;

import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** Areas by their boxes. */
final class JtsZoneIndex implements ZoneIndex {
  private final STRtree tree = new STRtree();

  JtsZoneIndex(List<Area> areas) {
    for (Area area : areas) tree.insert(area.envelope(), area);
    tree.build();
  }

  /** By id, so that what follows from it is in the same order on every run. */
  @Override
  public List<Area> listNear(double xM, double yM, double withinM) {
    Envelope around = new Envelope(xM - withinM, xM + withinM, yM - withinM, yM + withinM);
    @SuppressWarnings("unchecked")
    List<Area> found = (List<Area>) tree.query(around);
    if (found.size() > 1) found.sort(Comparator.comparing(Area::id));
    return found;
  }
}
