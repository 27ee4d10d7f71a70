package bongsu.rules.judge;

import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import java.util.Map;

/**
 * What judging needs to know of a registered asset.
 *
 * @param kind as on the wire: {@code sensor}, {@code facility}
 * @param type what it is within its kind, as on the wire: a facility's {@code facilityType}, a
 *     camera's {@code purpose}, a unit's {@code service}, a sensor's {@code quantity}; empty when
 *     there is none
 * @param levels the levels set for this very asset by name ({@code attention}, {@code alert})
 */
public record Thing(
    String id,
    String kind,
    String type,
    Bilingual name,
    Position position,
    Map<String, Double> levels) {
  public Thing {
    levels = Map.copyOf(levels);
  }
}
