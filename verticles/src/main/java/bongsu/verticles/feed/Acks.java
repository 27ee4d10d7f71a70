package bongsu.verticles.feed;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The PUBACKs of one connection, sent in the order in which the messages came (MQTT 4.6) although
 * their commits may end in another. One event loop only.
 */
final class Acks {
  private static final int MQTT_5 = 5;

  /** A message that waits for its acknowledgement. */
  final class Due {
    private final int messageId;
    private @Nullable MqttPubAckReasonCode reason;

    private Due(int messageId) {
      this.messageId = messageId;
    }

    /** Its outcome is known; it and those behind it that are ready go out. */
    void ready(MqttPubAckReasonCode outcome) {
      reason = outcome;
      release();
    }
  }

  private final MqttEndpoint endpoint;
  private final ArrayDeque<Due> due = new ArrayDeque<>();

  Acks(MqttEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** @param messageId of a QoS 1 message just received */
  Due await(int messageId) {
    Due one = new Due(messageId);
    due.add(one);
    return one;
  }

  int waiting() {
    return due.size();
  }

  private void release() {
    while (!due.isEmpty()) {
      MqttPubAckReasonCode reason = due.peek().reason;
      if (reason == null) return;
      send(due.poll().messageId, reason);
    }
  }

  private void send(int messageId, MqttPubAckReasonCode reason) {
    if (!endpoint.isConnected()) return;
    if (endpoint.protocolVersion() == MQTT_5 && reason != MqttPubAckReasonCode.SUCCESS)
      endpoint.publishAcknowledge(messageId, reason, MqttProperties.NO_PROPERTIES);
    else endpoint.publishAcknowledge(messageId);
  }
}
