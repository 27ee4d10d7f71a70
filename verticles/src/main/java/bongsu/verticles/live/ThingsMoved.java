package bongsu.verticles.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.List;

/** What moved since the last such message of one owner. */
public record ThingsMoved(List<Thing> things) {
  public ThingsMoved {
    things = List.copyOf(things);
  }

  /** Hands the immutable message over as it is within a node; between nodes as a JSON array. */
  public static final class Codec implements MessageCodec<ThingsMoved, ThingsMoved> {
    @Override
    public void encodeToWire(Buffer buffer, ThingsMoved moved) {
      JsonArray wire = new JsonArray();
      for (Thing t : moved.things)
        wire.add(t.layer())
            .add(t.id())
            .add(nullable(t.latDeg()))
            .add(nullable(t.lonDeg()))
            .add(t.atMs())
            .add(t.json());
      Buffer bytes = wire.toBuffer();
      buffer.appendInt(bytes.length()).appendBuffer(bytes);
    }

    private static Object nullable(double degrees) {
      return Double.isNaN(degrees) ? "" : degrees;
    }

    @Override
    public ThingsMoved decodeFromWire(int at, Buffer buffer) {
      int length = buffer.getInt(at);
      JsonArray wire = buffer.slice(at + 4, at + 4 + length).toJsonArray();
      List<Thing> things = new ArrayList<>();
      for (int i = 0; i < wire.size(); i += 6)
        things.add(new Thing(
            wire.getString(i),
            wire.getString(i + 1),
            degrees(wire, i + 2),
            degrees(wire, i + 3),
            wire.getLong(i + 4),
            wire.getString(i + 5)));
      return new ThingsMoved(things);
    }

    private static double degrees(JsonArray wire, int at) {
      return wire.getValue(at) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    @Override
    public ThingsMoved transform(ThingsMoved moved) {
      return moved;
    }

    @Override
    public String name() {
      return "things-moved";
    }

    @Override
    public byte systemCodecID() {
      return -1;
    }
  }
}
