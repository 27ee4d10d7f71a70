package bongsu.verticles.live;

import bongsu.core.geo.Position;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The latest known state of every thing, with the tick at which it changed, so that a screen that
 * was slow gets the newest state of what it missed and no queue. One event loop only.
 */
final class Picture {
  /** A thing, where it is drawn, and at which tick it changed. */
  record Shown(Thing thing, double latDeg, double lonDeg, long tick) {}

  private final Function<String, Optional<Position>> placeOf;
  private final Map<String, Shown> things = new HashMap<>();
  private Map<String, Shown> changed = new LinkedHashMap<>();
  private long tick = 1;

  /** @param placeOf the position of an asset, for things that do not say where they are */
  Picture(Function<String, Optional<Position>> placeOf) {
    this.placeOf = placeOf;
  }

  /** A report older than the one shown is ignored. */
  void on(Thing thing) {
    String key = thing.layer() + '/' + thing.id();
    Shown before = things.get(key);
    if (before != null && before.thing().atMs() > thing.atMs()) return;
    Shown shown = place(thing);
    things.put(key, shown);
    changed.put(key, shown);
  }

  private Shown place(Thing thing) {
    if (!Double.isNaN(thing.latDeg()))
      return new Shown(thing, thing.latDeg(), thing.lonDeg(), tick);
    Optional<Position> place = placeOf.apply(thing.id());
    return new Shown(
        thing,
        place.map(Position::latDeg).orElse(Double.NaN),
        place.map(Position::lonDeg).orElse(Double.NaN),
        tick);
  }

  /** What changed in the tick that ends now, each thing once; the next one begins. */
  List<Shown> endTick() {
    List<Shown> ended = List.copyOf(changed.values());
    changed = new LinkedHashMap<>();
    tick++;
    return ended;
  }

  /** The tick that is under way; what changes from now on carries it. */
  long tick() {
    return tick;
  }

  /** Everything that changed at or after a tick, each thing once. */
  List<Shown> since(long since) {
    return things.values().stream().filter(shown -> shown.tick() >= since).toList();
  }
}
