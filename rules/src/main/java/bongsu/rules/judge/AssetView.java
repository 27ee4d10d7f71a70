package bongsu.rules.judge;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The city's assets at one moment, as judging sees them. Immutable: when assets change, make new
 * judges with a new view and give them the old ones' checkpoint.
 */
public interface AssetView {
  Optional<Thing> find(String assetId);

  Collection<Thing> listThings();

  List<ZoneShape> listZones();

  /** Of a city that owns nothing. */
  static AssetView none() {
    return NoAssets.INSTANCE;
  }
}
