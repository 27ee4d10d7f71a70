package bongsu.core.asset;

import bongsu.core.text.Bilingual;

/**
 * One edge of the {@link RoadNetwork}: a stretch of road between two nodes.
 *
 * @param line drawn from node {@code from} to node {@code to}
 * @param lanes lanes in each direction, 1 to 10
 * @param speedMps speed in free traffic, 1 to 60 m/s
 * @param oneway whether it may be driven from {@code from} to {@code to} only
 */
public record Road(
    String id,
    Bilingual name,
    Coordinates line,
    String from,
    String to,
    int lanes,
    double speedMps,
    RoadClass roadClass,
    boolean oneway)
    implements Asset.AlongLine {
  public Road {
    Check.id(id);
    Check.id("from", from);
    Check.id("to", to);
    Check.within("lanes", lanes, 1, 10);
    Check.within("speedMps", speedMps, 1, 60);
  }

  @Override
  public AssetKind kind() {
    return AssetKind.ROAD;
  }
}
