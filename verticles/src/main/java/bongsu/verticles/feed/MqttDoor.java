package bongsu.verticles.feed;

import bongsu.core.access.Principal;
import bongsu.core.wire.EventDecoder;
import bongsu.verticles.access.Access;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttAuth;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import java.util.Optional;

/**
 * The MQTT endpoint for feeds: publish only, 3.1.1 and 5, QoS 0 and 1. Every node listens on the
 * same port (SO_REUSEPORT). User name is the token's name, password the token.
 */
final class MqttDoor {
  private static final int HEADROOM_BYTES = 1_024;
  private static final int MQTT_5 = 5;

  private final MqttServer server;
  private final Access access;
  private final Door door;

  MqttDoor(Vertx vertx, String host, int port, Access access, Door door) {
    MqttServerOptions options = new MqttServerOptions()
        .setMaxMessageSize(EventDecoder.MAX_EVENT_BYTES + HEADROOM_BYTES)
        .setTimeoutOnConnect(10);
    options.setHost(host).setPort(port).setReusePort(true).setTcpNoDelay(true);
    this.server = MqttServer.create(vertx, options);
    this.access = access;
    this.door = door;
  }

  Future<Void> open() {
    return server
        .endpointHandler(this::onConnect)
        .exceptionHandler(broken -> {})
        .listen()
        .mapEmpty();
  }

  Future<Void> close() {
    return server.close();
  }

  private void onConnect(MqttEndpoint endpoint) {
    Optional<Principal> sender = authenticate(endpoint.auth());
    if (sender.isEmpty()) {
      access
          .refusals()
          .note(
              who(endpoint.auth()),
              "wrong token",
              "mqtt",
              endpoint.remoteAddress().hostAddress());
      endpoint.reject(refusal(endpoint));
      return;
    }
    MqttSession session = new MqttSession(endpoint, sender.get(), door);
    endpoint.publishAutoAck(false);
    endpoint.publishHandler(session::onPublish);
    endpoint.exceptionHandler(broken -> endpoint.close());
    endpoint.subscribeHandler(wish ->
        refuseSubscription(endpoint, wish.messageId(), wish.topicSubscriptions().size()));
    endpoint.accept(false, properties(endpoint));
  }

  private Optional<Principal> authenticate(@org.jspecify.annotations.Nullable MqttAuth auth) {
    if (auth == null || auth.getUsername() == null || auth.getPassword() == null)
      return Optional.empty();
    return access.tokens().findByName(auth.getUsername(), auth.getPassword());
  }

  private static String who(@org.jspecify.annotations.Nullable MqttAuth auth) {
    return auth == null || auth.getUsername() == null ? "unknown" : "token:" + auth.getUsername();
  }

  private static MqttConnectReturnCode refusal(MqttEndpoint endpoint) {
    return endpoint.protocolVersion() == MQTT_5
        ? MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5
        : MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED;
  }

  private static MqttProperties properties(MqttEndpoint endpoint) {
    if (endpoint.protocolVersion() != MQTT_5) return MqttProperties.NO_PROPERTIES;
    MqttProperties properties = new MqttProperties();
    properties.add(whole(MqttProperties.MqttPropertyType.MAXIMUM_QOS, 1));
    properties.add(
        whole(MqttProperties.MqttPropertyType.RECEIVE_MAXIMUM, MqttSession.MOST_IN_FLIGHT));
    properties.add(whole(MqttProperties.MqttPropertyType.RETAIN_AVAILABLE, 0));
    properties.add(whole(
        MqttProperties.MqttPropertyType.MAXIMUM_PACKET_SIZE,
        EventDecoder.MAX_EVENT_BYTES + HEADROOM_BYTES));
    return properties;
  }

  private static MqttProperties.IntegerProperty whole(
      MqttProperties.MqttPropertyType type, int value) {
    return new MqttProperties.IntegerProperty(type.value(), value);
  }

  private static void refuseSubscription(MqttEndpoint endpoint, int messageId, int topics) {
    endpoint.subscribeAcknowledge(
        messageId,
        java.util.Collections.nCopies(topics, MqttSubAckReasonCode.NOT_AUTHORIZED),
        MqttProperties.NO_PROPERTIES);
  }
}
