package bongsu.core.asset;

import bongsu.core.event.Quantity;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sensor of one quantity. A station that measures five things is five sensors.
 *
 * @param quantity what it measures; its readings have the same
 * @param unit the unit for people: {@code m}, {@code µg/m³}
 * @param periodS seconds between readings, 0.1 to 86 400; silence is judged by it
 * @param levels the levels the city set for this very sensor, in the quantity's unit
 * @param place where it hangs in words, such as a bridge or a market
 */
public record Sensor(
    String id,
    Bilingual name,
    Position position,
    Quantity quantity,
    String unit,
    double periodS,
    @Nullable Levels levels,
    @Nullable String place)
    implements Asset.AtPoint {

  /** @param attention 관심 @param alert 경계; both in the quantity's unit */
  public record Levels(double attention, double alert) {
    public Levels {
      if (!Double.isFinite(attention)) throw new InvalidField("levels.attention", "must be finite");
      if (!Double.isFinite(alert)) throw new InvalidField("levels.alert", "must be finite");
    }
  }

  public Sensor {
    Check.id(id);
    Check.within("periodS", periodS, 0.1, 86_400);
  }

  /** The levels, where the city set any. */
  public Optional<Levels> findLevels() {
    return Optional.ofNullable(levels);
  }

  @Override
  public AssetKind kind() {
    return AssetKind.SENSOR;
  }
}
