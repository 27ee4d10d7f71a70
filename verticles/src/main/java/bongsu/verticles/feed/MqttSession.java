package bongsu.verticles.feed;

import bongsu.core.access.Principal;
import bongsu.core.event.CityEvent;
import bongsu.core.wire.EventDecoder;
import bongsu.core.wire.Rejection;
import bongsu.verticles.shard.Outcome;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.util.function.Consumer;

/** One feed's connection over MQTT: each message becomes an event, a refusal, or is left to come again. */
final class MqttSession {
  /** The most unacknowledged messages of one connection; told to MQTT 5 clients as Receive Maximum. */
  static final int MOST_IN_FLIGHT = 2_000;

  private static final int MQTT_5 = 5;
  private static final Consumer<MqttPubAckReasonCode> NOBODY = reason -> {};

  private final MqttEndpoint endpoint;
  private final Principal sender;
  private final Door door;
  private final Acks acks;

  private boolean closing;

  MqttSession(MqttEndpoint endpoint, Principal sender, Door door) {
    this.endpoint = endpoint;
    this.sender = sender;
    this.door = door;
    this.acks = new Acks(endpoint);
  }

  void onPublish(MqttPublishMessage message) {
    if (closing) return;
    if (message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
      leave(MqttDisconnectReasonCode.QOS_NOT_SUPPORTED);
      return;
    }
    if (acks.waiting() >= MOST_IN_FLIGHT) {
      leave(MqttDisconnectReasonCode.RECEIVE_MAXIMUM_EXCEEDED);
      return;
    }
    boolean acked = message.qosLevel() == MqttQoS.AT_LEAST_ONCE;
    Consumer<MqttPubAckReasonCode> ack = acked ? acks.await(message.messageId())::ready : NOBODY;
    onEvent(message.topicName(), message.payload(), ack);
  }

  private void onEvent(String topic, Buffer payload, Consumer<MqttPubAckReasonCode> ack) {
    EventDecoder.Decoded decoded = EventDecoder.decode(payload.getBytes());
    if (decoded instanceof EventDecoder.Refused refused) {
      reject(
          sender.name(),
          refused.rejection(),
          refused.beginning(),
          ack,
          MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID);
      return;
    }
    CityEvent event = ((EventDecoder.Accepted) decoded).event();
    String forbidden = Door.findForbidden(sender, event);
    if (forbidden != null)
      reject(
          sender.name(),
          new Rejection("source", forbidden),
          Door.sample(payload),
          ack,
          MqttPubAckReasonCode.NOT_AUTHORIZED);
    else if (!Topics.fits(topic, event))
      reject(
          event.origin().source(),
          Topics.REJECTION,
          Door.sample(payload),
          ack,
          MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID);
    else enter(event, payload.length(), ack);
  }

  private void enter(CityEvent event, int bytes, Consumer<MqttPubAckReasonCode> ack) {
    door.enter(
        sender,
        event,
        bytes,
        outcome -> onOutcome(outcome, ack),
        rejection -> ack.accept(MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID));
  }

  private void reject(
      String source,
      Rejection rejection,
      String sample,
      Consumer<MqttPubAckReasonCode> ack,
      MqttPubAckReasonCode reason) {
    door.reject(source, rejection, sample).onComplete(recorded -> ack.accept(reason));
  }

  /** What could not be kept must not be acknowledged: MQTT 3.1.1 has no other word for it than to leave. */
  private void onOutcome(Outcome outcome, Consumer<MqttPubAckReasonCode> ack) {
    switch (outcome) {
      case ACCEPTED, DUPLICATE -> ack.accept(MqttPubAckReasonCode.SUCCESS);
      case OVERLOADED -> {
        if (ack == NOBODY) return;
        if (endpoint.protocolVersion() == MQTT_5) ack.accept(MqttPubAckReasonCode.QUOTA_EXCEEDED);
        else leave(MqttDisconnectReasonCode.SERVER_BUSY);
      }
      case UNAVAILABLE, UNSTORABLE -> leave(MqttDisconnectReasonCode.SERVER_BUSY);
    }
  }

  /** What comes from now on is for the node that its sender finds next. */
  void takeNoMore() {
    closing = true;
  }

  boolean isAnswered() {
    return acks.waiting() == 0;
  }

  /** Whose connection it is: a token's name. */
  String sender() {
    return sender.name();
  }

  /** Ends the connection, with the reason where the protocol has a word for it. */
  void leave(MqttDisconnectReasonCode why) {
    if (!endpoint.isConnected()) return;
    if (endpoint.protocolVersion() == MQTT_5)
      endpoint.disconnect(why, MqttProperties.NO_PROPERTIES);
    else endpoint.close();
  }
}
