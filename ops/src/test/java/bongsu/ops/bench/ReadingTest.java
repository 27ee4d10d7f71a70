package bongsu.ops.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.Quantity;
import bongsu.core.event.SensorReading;
import bongsu.core.geo.Position;
import bongsu.core.wire.EventDecoder;
import bongsu.ops.bench.Reading.Values;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReadingTest {
  private static final Instant AT = Instant.parse("2020-08-06T01:02:03.450Z");
  private static final Position HERE = Position.of(37.2636, 127.0286);

  @Test
  void whatIsPatchedInIsWhatTheCityReads() {
    Reading reading = new Reading("bench", "run", "BENCH-T", Quantity.TEMPERATURE_C, 2, HERE);
    SensorReading read = decode(reading, new Values(1234567890L, 42, 2_375));
    assertEquals("run-1234567890", read.origin().eventId());
    assertEquals("BENCH-T00042", read.sensorId());
    assertEquals(23.75, read.value());
    assertEquals(AT, read.observedAt());
    assertTrue(read.origin().exercise());
  }

  @Test
  void valuesBelowTenHaveOneDigitBeforeThePoint() {
    Reading reading = new Reading("bench", "run", "BENCH-A", Quantity.WATER_DEPTH_M, 1, HERE);
    assertEquals(0.05, decode(reading, new Values(1, 1, 5)).value());
  }

  @Test
  void anEventHasAboutTwoHundredBytes() {
    int bytes = new Telemetry("bench", "run").eventBytes();
    assertTrue(bytes >= 190 && bytes <= 260, bytes + " bytes");
  }

  private static SensorReading decode(Reading reading, Values values) {
    byte[] time = AT.toString().getBytes(StandardCharsets.US_ASCII);
    byte[] json = reading.json(time, values).getBytes(StandardCharsets.US_ASCII);
    var accepted = assertInstanceOf(EventDecoder.Accepted.class, EventDecoder.decode(json));
    return assertInstanceOf(SensorReading.class, accepted.event());
  }
}
