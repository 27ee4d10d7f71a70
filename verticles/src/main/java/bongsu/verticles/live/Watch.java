package bongsu.verticles.live;

import bongsu.core.geo.BoundingBox;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What one screen wants to see.
 *
 * @param box things outside are not sent; incidents are, wherever they are
 * @param layers of docs/interface.md
 */
record Watch(BoundingBox box, Set<String> layers) {
  private static final BoundingBox EVERYWHERE = new BoundingBox(-180, -90, 180, 90);
  private static final Set<String> ALL =
      Set.of("incidents", "units", "sensors", "signals", "cameras");

  Watch {
    layers = Set.copyOf(layers);
  }

  /** @throws IllegalArgumentException saying what is wrong with the message */
  static Watch parse(JsonObject watch) {
    return new Watch(box(watch.getValue("bbox")), layers(watch.getValue("layers")));
  }

  /** The last number the screen has seen; empty for one that begins. */
  static OptionalLong findSince(JsonObject message) {
    Object since = message.getValue("since");
    if (since == null) return OptionalLong.empty();
    if (since instanceof Number number
        && number.doubleValue() >= 0
        && number.doubleValue() == Math.rint(number.doubleValue()))
      return OptionalLong.of(number.longValue());
    throw new IllegalArgumentException("since must be a whole number from 0");
  }

  private static BoundingBox box(Object bbox) {
    if (bbox == null) return EVERYWHERE;
    if (!(bbox instanceof JsonArray b) || b.size() != 4)
      throw new IllegalArgumentException("watch.bbox must be [w,s,e,n]");
    return new BoundingBox(degrees(b, 0), degrees(b, 1), degrees(b, 2), degrees(b, 3));
  }

  private static double degrees(JsonArray box, int at) {
    if (box.getValue(at) instanceof Number number) return number.doubleValue();
    throw new IllegalArgumentException("watch.bbox must be four numbers [w,s,e,n]");
  }

  private static Set<String> layers(Object layers) {
    if (layers == null) return ALL;
    if (!(layers instanceof JsonArray names))
      throw new IllegalArgumentException("watch.layers must be an array");
    Set<String> wanted = new HashSet<>();
    for (Object name : names) {
      if (!ALL.contains(String.valueOf(name)))
        throw new IllegalArgumentException("watch.layers: unknown layer " + name);
      wanted.add(String.valueOf(name));
    }
    return wanted;
  }

  boolean wants(Picture.Shown shown) {
    return layers.contains(shown.thing().layer()) && box.covers(shown.latDeg(), shown.lonDeg());
  }
}
