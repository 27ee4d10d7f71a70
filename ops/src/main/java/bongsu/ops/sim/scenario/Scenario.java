package bongsu.ops.sim.scenario;

import bongsu.ops.sim.model.World;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A story that happens on top of the city's ordinary day. */
public interface Scenario {
  /** Enters what will happen into the world's agenda. Called once, before its time moves. */
  void begin(World world);

  /**
   * The scenario of that name; the names are those of {@code scenarios.yaml}.
   *
   * @throws IllegalArgumentException naming those there are
   */
  static Scenario named(String name) {
    Map<String, Supplier<Scenario>> all = new TreeMap<>(Map.of(
        "flood-2020-08-06", Flood::load,
        "apartment-fire", ApartmentFire::new,
        "pursuit", Pursuit::new));
    Supplier<Scenario> found = all.get(name);
    if (found != null) return found.get();
    throw new IllegalArgumentException(
        "unknown scenario '" + name + "'; there are " + String.join(", ", all.keySet()));
  }

  /** When a story without times of its own begins: real seconds later, so that people see it begin. */
  static Instant opening(World world) {
    return world.settings().start().plusSeconds(40L * world.settings().rate());
  }
}
