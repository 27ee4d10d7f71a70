package bongsu.core.asset;

import bongsu.core.event.UnitPosition;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle or patrol that answers calls.
 *
 * @param position where it stands when it has nothing to do
 * @param unitType what it is in its service's words: {@code pumper}, {@code patrolCar}
 * @param base id of the {@link Facility} it belongs to
 */
public record Unit(
    String id,
    Bilingual name,
    Position position,
    UnitPosition.Service service,
    String unitType,
    @Nullable String base)
    implements Asset.AtPoint {
  public Unit {
    Check.id(id);
  }

  @Override
  public AssetKind kind() {
    return AssetKind.UNIT;
  }
}
