package bongsu.core.asset;

import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import java.util.List;

/**
 * A signalised junction (교차로).
 *
 * @param phases number of signal phases (현시), 1 to 16
 * @param cycleS length of the cycle (주기) in seconds, 20 to 300
 * @param edges ids of the {@link Road}s that end here
 */
public record Junction(
    String id, Bilingual name, Position position, int phases, int cycleS, List<String> edges)
    implements Asset.AtPoint {
  public Junction {
    Check.id(id);
    Check.within("phases", phases, 1, 16);
    Check.within("cycleS", cycleS, 20, 300);
    edges.forEach(edge -> Check.id("edges", edge));
    edges = List.copyOf(edges);
  }

  @Override
  public AssetKind kind() {
    return AssetKind.JUNCTION;
  }
}
