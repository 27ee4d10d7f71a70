package bongsu.verticles.fuse;

import bongsu.core.geo.Position;
import bongsu.rules.fuse.Fusion;
import bongsu.rules.fuse.FusionSettings;
import bongsu.rules.judge.CityJudge;
import bongsu.verticles.clock.CityClock;
import bongsu.verticles.cluster.Owners;
import bongsu.verticles.store.Store;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What fusion shares with the rest of its node.
 *
 * @param placeOf the position of an asset
 * @param fusions makes an empty fusion
 * @param judges makes a judge of the city-scope rules
 */
public record FusionSetting(
    Store store,
    CityClock clock,
    Owners owners,
    FusionSettings settings,
    Function<String, Optional<Position>> placeOf,
    Supplier<Fusion> fusions,
    Supplier<CityJudge> judges) {
  Fusion newFusion() {
    return fusions.get();
  }

  CityJudge newJudge() {
    return judges.get();
  }
}
