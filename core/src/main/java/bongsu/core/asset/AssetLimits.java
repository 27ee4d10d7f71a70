package bongsu.core.asset;

import bongsu.core.geo.BoundingBox;
import org.jspecify.annotations.Nullable;

/**
 * How much GeoJSON a caller lets in.
 *
 * @param maxBytes of the whole document
 * @param maxFeatures in one document
 * @param maxPositions in one geometry
 * @param area where assets may lie; null for anywhere on earth
 */
public record AssetLimits(
    int maxBytes,
    int maxFeatures,
    int maxPositions,
    @Nullable BoundingBox area) {
  /** Room for a city of ten million: 64 MiB, 200 000 features of up to 20 000 positions. */
  public static AssetLimits within(@Nullable BoundingBox area) {
    return new AssetLimits(64 << 20, 200_000, 20_000, area);
  }
}
