package bongsu.verticles.shard;

import bongsu.rules.judge.AssetView;
import bongsu.rules.judge.Thing;
import bongsu.rules.judge.ZoneShape;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A city that owns nothing. */
public record NoAssets() implements AssetView {
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
