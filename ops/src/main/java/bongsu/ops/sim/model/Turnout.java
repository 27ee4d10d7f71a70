package bongsu.ops.sim.model;

import bongsu.core.event.UnitTimes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One unit's work on one call, as the dispatcher writes it down. */
final class Turnout {
  private final Car car;
  private final Instant dispatchedAt;
  private @Nullable Instant enRouteAt;
  private @Nullable Instant onSceneAt;
  private @Nullable Instant transportAt;
  private @Nullable Instant atHospitalAt;
  private @Nullable Instant clearedAt;

  Turnout(Car car, Instant dispatchedAt) {
    this.car = car;
    this.dispatchedAt = dispatchedAt;
  }

  Car car() {
    return car;
  }

  /** Leaves for the scene; leaving again for another place keeps the first time. */
  void enRoute(Instant at) {
    if (enRouteAt == null) enRouteAt = at;
  }

  void onScene(Instant at) {
    if (onSceneAt == null) onSceneAt = at;
  }

  void transport(Instant at) {
    transportAt = at;
  }

  void atHospital(Instant at) {
    atHospitalAt = at;
  }

  void cleared(Instant at) {
    clearedAt = at;
  }

  boolean isCleared() {
    return clearedAt != null;
  }

  UnitTimes times() {
    return new UnitTimes(
        car.unit().id(),
        car.unit().unitType(),
        dispatchedAt,
        enRouteAt,
        onSceneAt,
        transportAt,
        atHospitalAt,
        clearedAt);
  }
}
