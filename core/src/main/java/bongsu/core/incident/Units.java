package bongsu.core.incident;

import bongsu.core.event.CallReport;
import bongsu.core.event.CallStage;
import bongsu.core.event.UnitTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The times of a call's units: read by stage, merged, and what they say of the call's stage. */
public final class Units {
  /** The most units of one call that are kept. */
  public static final int MAX_UNITS = 500;

  private Units() {}

  public static @Nullable Instant timeOf(UnitTimes unit, UnitStage stage) {
    return switch (stage) {
      case DISPATCHED -> unit.dispatchedAt();
      case EN_ROUTE -> unit.enRouteAt();
      case ON_SCENE -> unit.onSceneAt();
      case TRANSPORT -> unit.transportAt();
      case AT_HOSPITAL -> unit.atHospitalAt();
      case CLEARED -> unit.clearedAt();
    };
  }

  /** A unit of which only one time is known. */
  public static UnitTimes reached(String unitId, UnitStage stage, Instant at) {
    return new UnitTimes(
        unitId,
        null,
        stage == UnitStage.DISPATCHED ? at : null,
        stage == UnitStage.EN_ROUTE ? at : null,
        stage == UnitStage.ON_SCENE ? at : null,
        stage == UnitStage.TRANSPORT ? at : null,
        stage == UnitStage.AT_HOSPITAL ? at : null,
        stage == UnitStage.CLEARED ? at : null);
  }

  /**
   * Units and times of both, the known ones first, at most 500 units.
   *
   * @param newer whether {@code told} stands where both tell a time
   */
  public static List<UnitTimes> merge(List<UnitTimes> known, List<UnitTimes> told, boolean newer) {
    Map<String, UnitTimes> byId = new LinkedHashMap<>();
    for (UnitTimes unit : known) byId.put(unit.unitId(), unit);
    for (UnitTimes unit : told)
      byId.merge(
          unit.unitId(), unit, (old, other) -> newer ? merge(other, old) : merge(old, other));
    return byId.values().stream().limit(MAX_UNITS).toList();
  }

  private static UnitTimes merge(UnitTimes a, UnitTimes b) {
    return new UnitTimes(
        a.unitId(),
        or(a.unitType(), b.unitType()),
        or(a.dispatchedAt(), b.dispatchedAt()),
        or(a.enRouteAt(), b.enRouteAt()),
        or(a.onSceneAt(), b.onSceneAt()),
        or(a.transportAt(), b.transportAt()),
        or(a.atHospitalAt(), b.atHospitalAt()),
        or(a.clearedAt(), b.clearedAt()));
  }

  private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
    return first != null ? first : second;
  }

  /** How far the call is: what the agency says, or further when a unit got further. */
  public static CallStage stageOf(CallReport call) {
    CallStage reached = furthest(call);
    return reached.compareTo(call.stage()) > 0 ? reached : call.stage();
  }

  /** How far the call's units got; {@code REPORTED} when none set out. */
  public static CallStage furthest(CallReport call) {
    CallStage furthest = CallStage.REPORTED;
    for (UnitTimes unit : call.units()) {
      CallStage reached = stageOf(unit);
      if (reached.compareTo(furthest) > 0) furthest = reached;
    }
    return furthest;
  }

  private static CallStage stageOf(UnitTimes unit) {
    if (unit.onSceneAt() != null || unit.transportAt() != null || unit.atHospitalAt() != null)
      return CallStage.ON_SCENE;
    if (unit.enRouteAt() != null) return CallStage.EN_ROUTE;
    return unit.dispatchedAt() != null ? CallStage.DISPATCHED : CallStage.REPORTED;
  }

  /** One time a unit reached. */
  public record Reached(String unitId, UnitStage stage, Instant at) {}

  /** The times in {@code after} that {@code before} did not have, by time. */
  public static List<Reached> added(List<UnitTimes> before, List<UnitTimes> after) {
    Map<String, UnitTimes> known = new LinkedHashMap<>();
    for (UnitTimes unit : before) known.put(unit.unitId(), unit);
    List<Reached> added = new ArrayList<>();
    for (UnitTimes unit : after) added(known.get(unit.unitId()), unit, added);
    added.sort((a, b) -> Long.compare(a.at.toEpochMilli(), b.at.toEpochMilli()));
    return added;
  }

  private static void added(@Nullable UnitTimes before, UnitTimes after, List<Reached> added) {
    for (UnitStage stage : UnitStage.values()) {
      Instant at = timeOf(after, stage);
      if (at != null && (before == null || timeOf(before, stage) == null))
        added.add(new Reached(after.unitId(), stage, at));
    }
  }
}
