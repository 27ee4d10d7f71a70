package bongsu.verticles.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcksTest {
  private final List<String> sent = new ArrayList<>();
  private int version = 5;
  private boolean connected = true;
  private final Acks acks = new Acks(endpoint());

  /** Notes what it is told to send. */
  private MqttEndpoint endpoint() {
    return (MqttEndpoint) Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {MqttEndpoint.class},
        (proxy, method, args) -> switch (method.getName()) {
          case "isConnected" -> connected;
          case "protocolVersion" -> version;
          case "publishAcknowledge" -> {
            sent.add(args[0] + (args.length == 1 ? "" : " " + args[1]));
            yield proxy;
          }
          default -> throw new UnsupportedOperationException(method.getName());
        });
  }

  @Test
  void theyGoOutInTheOrderOfReceiptWhateverCommitsFirst() {
    Acks.Due first = acks.await(7);
    Acks.Due second = acks.await(3);
    Acks.Due third = acks.await(9);
    third.ready(MqttPubAckReasonCode.SUCCESS);
    second.ready(MqttPubAckReasonCode.SUCCESS);
    assertEquals(List.of(), sent);
    assertEquals(3, acks.waiting());
    first.ready(MqttPubAckReasonCode.SUCCESS);
    assertEquals(List.of("7", "3", "9"), sent);
    assertEquals(0, acks.waiting());
  }

  @Test
  void aRefusalTellsItsReasonToMqtt5() {
    acks.await(1).ready(MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID);
    assertEquals(List.of("1 " + MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID), sent);
  }

  @Test
  void aRefusalIsAPlainAcknowledgementIn311() {
    version = 4;
    acks.await(1).ready(MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID);
    assertEquals(List.of("1"), sent);
  }

  @Test
  void nothingIsSentToOneWhoHasLeft() {
    Acks.Due due = acks.await(1);
    connected = false;
    due.ready(MqttPubAckReasonCode.SUCCESS);
    assertEquals(List.of(), sent);
  }
}
