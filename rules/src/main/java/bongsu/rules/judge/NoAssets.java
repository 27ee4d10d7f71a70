package bongsu.rules.judge;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A city that owns nothing. */
enum NoAssets implements AssetView {
  INSTANCE;

  @Override
  public Optional<Thing> find(String assetId) {
    return Optional.empty();
  }

  @Override
  public Collection<Thing> listThings() {
    return List.of();
  }

  @Override
  public List<ZoneShape> listZones() {
    return List.of();
  }
}
