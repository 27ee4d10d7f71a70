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
 * was slow gets the newest state of what it missed and no queue. It has room for so many things;
 * those that come later are not shown. One event loop only.
 */
final class Picture {
  /** A thing, where it is drawn, and at which tick it changed. */
  record Shown(Thing thing, double latDeg, double lonDeg, long tick) {}

  private static final int MOST_THINGS = 200_000;

  private final Function<String, Optional<Position>> placeOf;
  private final int most;
  private final Runnable onNoRoom;
  private final Map<String, Shown> things = new HashMap<>();
  private Map<String, Shown> changed = new LinkedHashMap<>();
  private long tick = 1;

  /**
   * @param placeOf the position of an asset, for things that do not say where they are
   * @param onNoRoom called for each state of a thing for which there is no room
   */
  Picture(Function<String, Optional<Position>> placeOf, Runnable onNoRoom) {
    this(placeOf, MOST_THINGS, onNoRoom);
  }

  Picture(Function<String, Optional<Position>> placeOf, int most, Runnable onNoRoom) {
    this.placeOf = placeOf;
    this.most = most;
    this.onNoRoom = onNoRoom;
  }

  /** A report older than the one shown is ignored. */
  void on(Thing thing) {
    String key = thing.layer() + '/' + thing.id();
    Shown before = things.get(key);
    if (before != null && before.thing().atMs() > thing.atMs()) return;
    if (before == null && things.size() >= most) {
      onNoRoom.run();
      return;
    }
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
