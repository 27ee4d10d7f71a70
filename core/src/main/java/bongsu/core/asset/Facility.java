package bongsu.core.asset;

import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A building or place that matters to those who help.
 *
 * @param district id of the district {@link Zone} it lies in
 */
public record Facility(
    String id,
    Bilingual name,
    Position position,
    FacilityType facilityType,
    @Nullable String district)
    implements Asset.AtPoint {
  public Facility {
    Check.id(id);
  }

  @Override
  public AssetKind kind() {
    return AssetKind.FACILITY;
  }
}
