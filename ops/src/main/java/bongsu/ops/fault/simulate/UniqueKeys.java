package bongsu.ops.fault.simulate;

import bongsu.core.event.Origin;
import bongsu.verticles.shard.Parcel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the store's unique keys know: nothing is kept twice. */
final class UniqueKeys {
  private static final long DAY_S = 86_400;

  private final Set<String> events = new HashSet<>();
  private final Map<String, Set<String>> callBodies = new HashMap<>();
  private final Set<String> judgements = new HashSet<>();

  /** @return whether the event is new to its day */
  boolean addEvent(Parcel parcel) {
    return events.add(eventKey(parcel));
  }

  /** @return which content of its id this is, from 1; 0 when it is known */
  int addCall(Parcel parcel) {
    Set<String> bodies = callBodies.computeIfAbsent(callKey(parcel), id -> new HashSet<>());
    return bodies.add(parcel.body()) ? bodies.size() : 0;
  }

  boolean addJudgement(String key) {
    return judgements.add(key);
  }

  /** Whether an event is committed. */
  boolean holds(Parcel parcel) {
    return parcel.urgent()
        ? callBodies.getOrDefault(callKey(parcel), Set.of()).contains(parcel.body())
        : events.contains(eventKey(parcel));
  }

  private static String eventKey(Parcel parcel) {
    Origin origin = parcel.event().origin();
    return callKey(parcel) + "@" + Math.floorDiv(origin.observedAt().getEpochSecond(), DAY_S);
  }

  private static String callKey(Parcel parcel) {
    Origin origin = parcel.event().origin();
    return origin.source() + "/" + origin.eventId();
  }
}
