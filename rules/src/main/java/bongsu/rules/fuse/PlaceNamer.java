package bongsu.rules.fuse;

import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;

/** Names a place for reports that carry no address. Must answer the same for the same position. */
@FunctionalInterface
public interface PlaceNamer {
  Bilingual nameOf(Position position);
}
