package bongsu.core.asset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/**
 * Assets as GeoJSON (RFC 7946, positions {@code [lon, lat]}), exactly as docs/interface.md says.
 * What was decoded encodes to the same asset again.
 */
public final class AssetGeoJson {
  private static final int MAX_DEPTH = 32;

  static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
      .streamReadConstraints(
          StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
      .build());

  private AssetGeoJson() {}

  /**
   * A feature that was refused, and why.
   *
   * @param index of the feature in its collection, 0 for a single one, −1 for the whole document
   * @param field the member that is wrong: {@code properties.purpose}, {@code geometry}
   * @param reason what is wrong with it and what would be right
   */
  public record Rejection(int index, String field, String reason) {}

  /** What a document held: the assets that are fine, and why the others are not. */
  public record Decoded(List<Asset> assets, List<Rejection> rejections) {
    public Decoded {
      assets = List.copyOf(assets);
      rejections = List.copyOf(rejections);
    }
  }

  /**
   * Reads a Feature or a FeatureCollection in UTF-8. Never throws for what the document holds: each
   * bad feature is one rejection and the others are still decoded; a document that is broken or too
   * large as a whole gives one rejection with index −1 and no assets.
   */
  public static Decoded decode(byte[] json, AssetLimits limits) {
    return new AssetReader(limits).read(json);
  }

  /** One asset as a GeoJSON Feature. */
  public static String encode(Asset asset) {
    return AssetWriter.write(asset);
  }

  /** Many assets as a FeatureCollection, one feature a line. */
  public static String encodeAll(Iterable<? extends Asset> assets) {
    return encodeAll(assets, Map.of());
  }

  /**
   * As {@link #encodeAll(Iterable)} with further members of the collection.
   *
   * @param flags such as {@code schematic}, in the map's order
   */
  public static String encodeAll(Iterable<? extends Asset> assets, Map<String, Boolean> flags) {
    StringBuilder out = new StringBuilder(1 << 16).append("{\"type\":\"FeatureCollection\"");
    flags.forEach((name, flag) -> out.append(",\"").append(name).append("\":").append(flag));
    out.append(",\"features\":[");
    String between = "\n";
    for (Asset asset : assets) {
      out.append(between).append(encode(asset));
      between = ",\n";
    }
    return out.append("\n]}\n").toString();
  }
}
