package bongsu.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bongsu.core.wire.EventDecoder.Decoded;
import bongsu.core.wire.EventDecoder.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventDecoderTest {
  private static final String GOOD =
      "{\"type\":\"SensorReading\",\"source\":\"water\",\"eventId\":\"w-1\",\"observedAt\":"
          + "\"2026-08-06T05:50:00+09:00\",\"sensorId\":\"백년교\",\"quantity\":\"waterLevelM\",\"value\":3.2}";
  private static final String BAD = "{\"type\":\"SensorReading\",\"source\":\"하천\"}";

  private static List<Decoded> request(String body) {
    return EventDecoder.decodeRequest(body.getBytes(StandardCharsets.UTF_8));
  }

  private static String beginning(Decoded decoded) {
    return assertInstanceOf(Refused.class, decoded).beginning();
  }

  @Test
  void aRefusedEventOfARequestIsToldApartFromItsNeighbours() {
    List<Decoded> decoded = request("[" + GOOD + ", " + BAD + " ,7, [1,2] ," + GOOD + "]");
    assertInstanceOf(EventDecoder.Accepted.class, decoded.get(0));
    assertEquals(BAD, beginning(decoded.get(1)));
    assertEquals("7", beginning(decoded.get(2)));
    assertEquals("[1,2]", beginning(decoded.get(3)));
    assertInstanceOf(EventDecoder.Accepted.class, decoded.get(4));
  }

  @Test
  void aRefusedEventThatIsTheWholeMessageIsItself() {
    assertEquals(BAD, beginning(request(BAD).get(0)));
    assertEquals(BAD, beginning(EventDecoder.decode(BAD.getBytes(StandardCharsets.UTF_8))));
    assertEquals("{x", beginning(EventDecoder.decode("{x".getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void ofALongOneOnlyTheBeginningIsKept() {
    String longOne = "{\"type\":\"" + "x".repeat(300) + "\"}";
    assertEquals(
        longOne.substring(0, 200), beginning(request("[" + longOne + "]").get(0)));
  }

  @Test
  void aRequestInAnotherEncodingIsUnderstoodAlike() {
    byte[] body = ("[" + BAD + "," + GOOD + "]").getBytes(StandardCharsets.UTF_16BE);
    List<Decoded> decoded = EventDecoder.decodeRequest(body);
    assertEquals(
        ((Refused) request(BAD).get(0)).rejection(), ((Refused) decoded.get(0)).rejection());
    assertInstanceOf(EventDecoder.Accepted.class, decoded.get(1));
  }
}
