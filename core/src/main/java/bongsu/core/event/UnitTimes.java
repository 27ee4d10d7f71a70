package bongsu.core.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One unit's times on one call, as the dispatch system recorded them; null while not yet reached. */
public record UnitTimes(
    String unitId,
    @Nullable String unitType,
    @Nullable Instant dispatchedAt,
    @Nullable Instant enRouteAt,
    @Nullable Instant onSceneAt,
    @Nullable Instant transportAt,
    @Nullable Instant atHospitalAt,
    @Nullable Instant clearedAt) {}
