package bongsu.ops.replay;

import bongsu.core.event.CallStage;
import bongsu.core.event.UnitTimes;
import bongsu.core.geo.Position;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One unit's part in one call: a row of the file.
 *
 * @param callType the file's words, such as {@code Medical Incident}
 * @param disposition how the call ended, in the file's words
 * @param receivedAt when the call came in
 * @param times the unit's, complete as far as recorded
 * @param position where in the block the address is, as published; null when unknown
 */
record SfFireRow(
    String callNumber,
    String callType,
    String disposition,
    Instant receivedAt,
    UnitTimes times,
    @Nullable String address,
    @Nullable Position position) {
  /** The times the unit reached something, in no order. */
  Stream<Instant> moments() {
    return Stream.of(
            times.dispatchedAt(),
            times.enRouteAt(),
            times.onSceneAt(),
            times.transportAt(),
            times.atHospitalAt(),
            times.clearedAt())
        .flatMap(Stream::ofNullable);
  }

  /** What was known of the unit at a moment. */
  UnitTimes timesAt(Instant moment) {
    return new UnitTimes(
        times.unitId(),
        times.unitType(),
        known(times.dispatchedAt(), moment),
        known(times.enRouteAt(), moment),
        known(times.onSceneAt(), moment),
        known(times.transportAt(), moment),
        known(times.atHospitalAt(), moment),
        known(times.clearedAt(), moment));
  }

  /** How far the unit had got at a moment. */
  CallStage stageAt(Instant moment) {
    UnitTimes then = timesAt(moment);
    if (then.transportAt() != null || then.atHospitalAt() != null) return CallStage.HANDLING;
    if (then.onSceneAt() != null) return CallStage.ON_SCENE;
    if (then.enRouteAt() != null) return CallStage.EN_ROUTE;
    return then.dispatchedAt() != null ? CallStage.DISPATCHED : CallStage.REPORTED;
  }

  boolean isKnownAt(Instant moment) {
    return moments().anyMatch(time -> !time.isAfter(moment));
  }

  private static @Nullable Instant known(@Nullable Instant time, Instant moment) {
    return time == null || time.isAfter(moment) ? null : time;
  }
}
