package bongsu.ops.serve;

import bongsu.core.asset.PlaceNames;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import bongsu.rules.fuse.PlaceNamer;
import java.util.Locale;

/** Names a position by the nearest of the city's named places. */
final class Places implements PlaceNamer {
  private final PlaceNames names;

  Places(PlaceNames names) {
    this.names = names;
  }

  @Override
  public Bilingual nameOf(Position position) {
    return names.findNearestName(position).orElseGet(() -> coordinates(position));
  }

  private static Bilingual coordinates(Position position) {
    return Bilingual.same(
        String.format(Locale.ROOT, "%.4f, %.4f", position.latDeg(), position.lonDeg()));
  }
}
