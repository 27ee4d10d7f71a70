package bongsu.ops.fault.simulate;

import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import bongsu.rules.fuse.Fusion;
import bongsu.rules.fuse.FusionSettings;
import bongsu.rules.judge.AssetView;
import bongsu.rules.judge.CityJudge;
import bongsu.rules.judge.RuleFileException;
import bongsu.rules.judge.RuleLoader;
import bongsu.rules.judge.RuleSet;
import bongsu.rules.judge.ShardJudge;
import bongsu.rules.judge.Thing;
import bongsu.rules.judge.ZoneShape;
import bongsu.rules.owner.CityWork;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Two by two kilometres with few things and one rule of each kind; makes owners' minds. */
final class TinyCity implements AssetView {
  static final Instant START = Instant.parse("2026-08-06T00:00:00Z");
  static final LocalPlane PLANE = new LocalPlane(Position.of(37.2636, 127.0286));
  static final FusionSettings SETTINGS = FusionSettings.defaults();
  static final double HALF_M = 1_000;

  private static final RuleSet RULES = rules();

  private final Map<String, Thing> things = new LinkedHashMap<>();

  TinyCity() {
    for (int i = 0; i < 10; i++) add("DEPTH-" + i, "sensor", "waterDepthM");
    for (int i = 0; i < 4; i++) add("LEVEL-" + i, "sensor", "waterLevelM");
    for (int i = 0; i < 6; i++) add("GAS-" + i, "sensor", "coPpm");
    for (int i = 0; i < 3; i++) add("AIR-" + i, "sensor", "o3Ppm");
    for (int i = 0; i < 10; i++) add("CAM-" + i, "camera", "");
    for (int i = 0; i < 3; i++) add("SCHOOL-" + i, "facility", "school");
    for (int i = 0; i < 6; i++) add("BELL-" + i, "facility", "bell");
  }

  /** Things stand on a ring road and a cross through it, always at the same place. */
  private void add(String id, String kind, String type) {
    int no = things.size();
    Position at = PLANE.at((no * 397 % 1_900) - 950, (no * 631 % 1_900) - 950);
    things.put(id, new Thing(id, kind, type, Bilingual.same(id), at, Map.of()));
  }

  private static RuleSet rules() {
    try (InputStream in = TinyCity.class.getResourceAsStream("/simulate/rules.yaml")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return RuleLoader.load(Map.of("rules.yaml", text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuleFileException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  ShardJudge newShardJudge() {
    return new ShardJudge(RULES, this, PLANE);
  }

  CityJudge newCityJudge() {
    return new CityJudge(RULES, this, PLANE);
  }

  Fusion newFusion() {
    return new Fusion(SETTINGS, PLANE, at -> Bilingual.same("here"));
  }

  CityWork newCityWork() {
    return new CityWork(newFusion(), newCityJudge(), id -> find(id).map(Thing::position));
  }

  List<String> listIds(String prefix) {
    return things.keySet().stream().filter(id -> id.startsWith(prefix)).toList();
  }

  @Override
  public Optional<Thing> find(String assetId) {
    return Optional.ofNullable(things.get(assetId));
  }

  @Override
  public Collection<Thing> listThings() {
    return things.values();
  }

  @Override
  public List<ZoneShape> listZones() {
    List<double[]> ring = new ArrayList<>();
    for (double[] corner : new double[][] {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}}) {
      Position at = PLANE.at(corner[0] * HALF_M, corner[1] * HALF_M);
      ring.add(new double[] {at.lonDeg(), at.latDeg()});
    }
    double[][] outer = ring.toArray(double[][]::new);
    return List.of(new ZoneShape(
        "centre", "district", Bilingual.same("centre"), List.of(List.<double[][]>of(outer))));
  }
}
