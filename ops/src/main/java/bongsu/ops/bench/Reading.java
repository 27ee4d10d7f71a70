package bongsu.ops.bench;

import bongsu.core.event.Origin;
import bongsu.core.event.Quantity;
import bongsu.core.event.SensorReading;
import bongsu.core.geo.Position;
import bongsu.core.wire.EventWriter;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A sensor reading ready to be sent, about 200 bytes, in which id, time, sensor and value are
 * patched in place: writing one costs a copy. One thread only.
 */
final class Reading {
  private static final Instant TIME = Instant.parse("2026-08-06T05:50:00.125Z");
  private static final int NUMBER_DIGITS = 10;
  private static final int SENSOR_DIGITS = 5;

  private final byte[] json;
  private final byte[] publish;
  private final int payloadAt;
  private final int packetIdAt;
  private final int numberAt;
  private final int timeAt;
  private final int sensorAt;
  private final int valueAt;
  private final int wholeDigits;

  /**
   * @param run tells this run's event ids from those of others
   * @param sensors before the five digits of each sensor id
   * @param wholeDigits of its values before the point: 1 for 0.00 to 9.99, 2 for 10.00 to 99.99
   */
  Reading(
      String source,
      String run,
      String sensors,
      Quantity quantity,
      int wholeDigits,
      Position position) {
    this.wholeDigits = wholeDigits;
    String value = "12".substring(2 - wholeDigits) + ".25";
    String idDigits = "9".repeat(NUMBER_DIGITS);
    String sensorId = sensors + "8".repeat(SENSOR_DIGITS);
    Origin origin = new Origin(source, run + "-" + idDigits, TIME, true);
    String text = EventWriter.full(
        new SensorReading(origin, sensorId, quantity, Double.parseDouble(value), position));
    json = text.getBytes(StandardCharsets.US_ASCII);
    publish = MqttBytes.publish("bongsu/v1/events/" + source, json);
    payloadAt = publish.length - json.length;
    packetIdAt = MqttBytes.packetIdAt(publish, json);
    numberAt = text.indexOf(idDigits);
    timeAt = text.indexOf(TIME.toString());
    sensorAt = text.indexOf(sensorId) + sensors.length();
    valueAt = text.indexOf(":" + value + ",") + 1;
  }

  /** What one reading says. @param valueHundredths the value times 100 */
  record Values(long number, int sensor, int valueHundredths) {}

  int payloadBytes() {
    return json.length;
  }

  int packetBytes() {
    return publish.length;
  }

  /** Writes it as a PUBLISH. */
  void writePublish(ByteBuf out, int packetId, byte[] time, Values values) {
    publish[packetIdAt] = (byte) (packetId >> 8);
    publish[packetIdAt + 1] = (byte) packetId;
    patch(publish, payloadAt, time, values);
    out.writeBytes(publish);
  }

  /** It as JSON. */
  String json(byte[] time, Values values) {
    patch(json, 0, time, values);
    return new String(json, StandardCharsets.US_ASCII);
  }

  private void patch(byte[] into, int at, byte[] time, Values values) {
    digits(into, at + numberAt, NUMBER_DIGITS, values.number);
    System.arraycopy(time, 0, into, at + timeAt, time.length);
    digits(into, at + sensorAt, SENSOR_DIGITS, values.sensor);
    digits(into, at + valueAt, wholeDigits, values.valueHundredths / 100);
    digits(into, at + valueAt + wholeDigits + 1, 2, values.valueHundredths % 100);
  }

  private static void digits(byte[] into, int at, int count, long number) {
    long rest = number;
    for (int i = at + count - 1; i >= at; i--, rest /= 10) into[i] = (byte) ('0' + rest % 10);
  }
}
