package bongsu.ops.city;

import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named place of the fact files. Which of the optional members a list needs, its file says.
 *
 * @param key a short ASCII name for use in ids and in {@code roads.yaml}
 * @param id the asset's id, where the file gives it
 * @param at latitude, longitude in degrees
 * @param radiusM of a place that is an area
 * @param attention 관심 level of a river gauge in metres
 * @param alert 경계 level of a river gauge in metres
 * @param cars patrol cars at home here
 * @param no number of the fire post, the tens of its engines
 * @param units engines and ambulances at home here, by type
 */
public record Spot(
    @Nullable String key,
    @Nullable String id,
    String name,
    String nameEn,
    List<Double> at,
    double radiusM,
    double attention,
    double alert,
    int cars,
    int no,
    @Nullable Map<String, Integer> units) {
  public Spot {
    if (at.size() != 2) throw new IllegalArgumentException(name + ": at must be [lat, lon]");
  }

  Position position() {
    return Position.of(at.get(0), at.get(1));
  }

  Bilingual names() {
    return new Bilingual(name, nameEn);
  }
}
