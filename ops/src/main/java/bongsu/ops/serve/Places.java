package bongsu.ops.serve;

import bongsu.core.asset.AssetKind;
import bongsu.core.asset.PlaceNames;
import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import bongsu.rules.fuse.PlaceNamer;
import bongsu.verticles.asset.AssetSnapshot;
import java.util.Locale;

/** Names a position by the nearest facility of the register. */
final class Places implements PlaceNamer {
  private final PlaceNames names;

  Places(AssetSnapshot assets, LocalPlane plane) {
    this.names = new PlaceNames(
        assets.list(AssetKind.FACILITY).stream().map(f -> new PlaceNames.Place(f.name(), f.position())).toList(), plane);
  }

  @Override
  public Bilingual nameOf(Position position) {
    return names.findNearestName(position)
        .map(name -> new Bilingual(name.ko() + " 부근", "near " + name.en()))
        .orElseGet(() -> Bilingual.same(String.format(Locale.ROOT, "%.4f, %.4f", position.latDeg(), position.lonDeg())));
  }
}
