package bongsu.ops.sim.model;

import bongsu.core.event.Agency;
import bongsu.core.event.CallType;
import bongsu.core.event.CameraEvent;
import bongsu.core.event.CloseCode;
import bongsu.core.wire.WireEnum;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kind of call as {@code sim/calls.yaml} describes it. Words are those of the wire.
 *
 * @param perDay calls on an average day; 0 for one that only follows others
 * @param hours name of the profile that spreads them over the day
 * @param codes 112 only: how often it is code 0 to 4
 * @param units unit types sent, one entry a unit; none: answered without sending anybody
 * @param sceneMin minutes a unit usually stays on scene
 * @param transports share of ambulances that go on to a hospital
 * @param moreCallers share with further callers, who number up to {@code mostCallers}
 * @param follow what another agency is often told about the same
 * @param camera what a camera nearby often sees of it
 * @param closes how it ends, by close code; completed when empty
 * @param narratives what callers say
 */
public record CallKind(
    String type,
    double perDay,
    String hours,
    @Nullable List<Double> codes,
    List<String> units,
    double sceneMin,
    double transports,
    double moreCallers,
    int mostCallers,
    @Nullable Follow follow,
    @Nullable Seen camera,
    Map<String, Double> closes,
    List<String> narratives) {
  private static final WireEnum<CallType> TYPES = WireEnum.of(CallType.class);
  private static final WireEnum<CloseCode> CLOSE_CODES = WireEnum.of(CloseCode.class);

  /** That share also reaches this agency, as this type. */
  public record Follow(String agency, String type, double share) {
    Agency to() {
      return WireEnum.of(Agency.class).find(agency).orElseThrow();
    }
  }

  /** That share is seen by a camera, as this kind, then perhaps as another. */
  public record Seen(String kind, @Nullable String then, double share) {
    static CameraEvent.Kind kindOf(String word) {
      return WireEnum.of(CameraEvent.Kind.class).find(word).orElseThrow();
    }
  }

  public CallKind {
    if (TYPES.find(type).isEmpty()) throw new IllegalArgumentException("unknown type " + type);
    if (hours == null) hours = "even";
    units = units == null ? List.of() : List.copyOf(units);
    closes = closes == null ? Map.of() : Map.copyOf(closes);
    narratives = List.copyOf(narratives);
  }

  CallType callType() {
    return TYPES.find(type).orElseThrow();
  }

  @Nullable
  Integer drawCode(Chance chance) {
    if (codes == null) return null;
    return chance.weighted(codes.stream().mapToDouble(Double::doubleValue).toArray());
  }

  CloseCode drawClose(Chance chance) {
    if (closes.isEmpty()) return CloseCode.COMPLETED;
    List<String> words = closes.keySet().stream().sorted().toList();
    double[] weights = words.stream().mapToDouble(closes::get).toArray();
    return CLOSE_CODES.find(words.get(chance.weighted(weights))).orElseThrow();
  }

  /** The same kind and true, answered with other units for another time, with people hurt or not. */
  public CallKind sending(List<String> others, double minutes, boolean hurt) {
    return new CallKind(
        type,
        perDay,
        hours,
        codes,
        others,
        minutes,
        hurt ? 1 : 0,
        moreCallers,
        mostCallers,
        follow,
        camera,
        Map.of(),
        narratives);
  }

  /** The same kind, told in other words. */
  public CallKind saying(List<String> others) {
    return new CallKind(
        type,
        perDay,
        hours,
        codes,
        units,
        sceneMin,
        transports,
        moreCallers,
        mostCallers,
        follow,
        camera,
        closes,
        others);
  }
}
