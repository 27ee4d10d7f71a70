package bongsu.verticles.shard;

import bongsu.core.event.CityEvent;
import bongsu.core.event.SensorReading;
import bongsu.verticles.Address;
import bongsu.verticles.live.Thing;
import bongsu.verticles.live.Things;
import bongsu.verticles.live.ThingsMoved;
import io.vertx.core.eventbus.EventBus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The latest committed state of each thing of a shard, published coalesced: moving things at 10 Hz,
 * sensors once a second. One event loop only.
 */
final class LatestThings {
  private static final int MOST_THINGS = 50_000;
  private static final int SENSORS_EVERY = 10;

  private final EventBus bus;
  private final Map<String, CityEvent> latest = new HashMap<>();
  private final Map<String, CityEvent> moved = new HashMap<>();
  private int ticks;

  LatestThings(EventBus bus) {
    this.bus = bus;
  }

  /** A late report never replaces a newer one. */
  void on(CityEvent event) {
    CityEvent before = latest.get(event.subject());
    if (before == null && latest.size() >= MOST_THINGS) return;
    if (before != null && before.observedAt().isAfter(event.observedAt())) return;
    latest.put(event.subject(), event);
    moved.put(event.subject(), event);
  }

  /** To be called ten times a second. */
  void tick() {
    boolean withSensors = ++ticks % SENSORS_EVERY == 0;
    publish(moved, event -> withSensors || !(event instanceof SensorReading));
  }

  /** Tells all there is, for a node that has just started. */
  void tellAll() {
    publish(new HashMap<>(latest), event -> true);
  }

  private void publish(Map<String, CityEvent> events, Predicate<CityEvent> due) {
    List<Thing> things = new ArrayList<>();
    events.values().removeIf(event -> {
      if (!due.test(event)) return false;
      Things.of(event).ifPresent(things::add);
      return true;
    });
    if (!things.isEmpty()) bus.publish(Address.THINGS_MOVED, new ThingsMoved(things));
  }
}
