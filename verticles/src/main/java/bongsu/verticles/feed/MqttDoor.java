package bongsu.verticles.feed;

import bongsu.core.access.Principal;
import bongsu.core.wire.EventDecoder;
import bongsu.verticles.access.Access;
import bongsu.verticles.web.Listening;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttAuth;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The MQTT endpoint for feeds: publish only, 3.1.1 and 5, QoS 0 and 1. Every node listens on the
 * same port (SO_REUSEPORT). User name is the token's name, password the token.
 */
final class MqttDoor {
  private static final int HEADROOM_BYTES = 1_024;
  private static final int MQTT_5 = 5;
  private static final long STILL_VALID_MS = 1_000;
  private static final long FINISH_NS = TimeUnit.MILLISECONDS.toNanos(400);
  private static final long LOOK_MS = 10;

  private final MqttServer server;
  private final Vertx vertx;
  private final Access access;
  private final Connections connections;
  private final NodeStats stats;
  private final Door door;
  private final Set<MqttSession> sessions = new HashSet<>();
  private boolean closing;

  /** To be made on the event loop it will serve. */
  MqttDoor(Vertx vertx, Listening listening, Access access, Feeds feeds) {
    MqttServerOptions options = new MqttServerOptions()
        .setMaxMessageSize(EventDecoder.MAX_EVENT_BYTES + HEADROOM_BYTES)
        .setTimeoutOnConnect(10);
    listening.setUp(options);
    this.server = MqttServer.create(vertx, options);
    this.vertx = vertx;
    this.access = access;
    this.connections = feeds.connections();
    this.stats = feeds.stats();
    this.door = feeds.door(vertx);
  }

  Future<Void> open() {
    vertx.setPeriodic(STILL_VALID_MS, tick -> endThoseWithoutRight());
    return server
        .endpointHandler(this::onConnect)
        .exceptionHandler(broken -> {})
        .listen()
        .mapEmpty();
  }

  /** Takes nothing more, acknowledges what it has, then ends all connections. */
  Future<Void> close() {
    closing = true;
    sessions.forEach(MqttSession::takeNoMore);
    return allAnswered(System.nanoTime() + FINISH_NS).compose(done -> {
      List.copyOf(sessions).forEach(s -> s.leave(MqttDisconnectReasonCode.SERVER_SHUTTING_DOWN));
      return server.close();
    });
  }

  private Future<Void> allAnswered(long untilNs) {
    if (sessions.stream().allMatch(MqttSession::isAnswered) || System.nanoTime() > untilNs)
      return Future.succeededFuture();
    return vertx.timer(LOOK_MS).compose(again -> allAnswered(untilNs));
  }

  private void onConnect(MqttEndpoint endpoint) {
    if (closing) {
      endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE);
      return;
    }
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
    switch (connections.enter(sender.get().name())) {
      case WELCOME -> welcome(endpoint, sender.get());
      case NODE_FULL -> turnAway(endpoint, MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_BUSY);
      case TOKEN_FULL ->
        turnAway(endpoint, MqttConnectReturnCode.CONNECTION_REFUSED_QUOTA_EXCEEDED);
    }
  }

  /** @param reason told where the protocol has a word for it */
  private void turnAway(MqttEndpoint endpoint, MqttConnectReturnCode reason) {
    stats.onTurnedAway(NodeStats.Limit.MQTT_CONNECTIONS);
    endpoint.reject(
        endpoint.protocolVersion() == MQTT_5
            ? reason
            : MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE);
  }

  private void welcome(MqttEndpoint endpoint, Principal sender) {
    MqttSession session = new MqttSession(endpoint, sender, door);
    sessions.add(session);
    endpoint.closeHandler(gone -> {
      if (sessions.remove(session)) connections.leave(sender.name());
    });
    endpoint.publishAutoAck(false);
    endpoint.publishHandler(session::onPublish);
    endpoint.exceptionHandler(broken -> endpoint.close());
    endpoint.subscribeHandler(wish ->
        refuseSubscription(endpoint, wish.messageId(), wish.topicSubscriptions().size()));
    endpoint.accept(false, properties(endpoint));
  }

  /** A token may be revoked or expire while its connections are open. */
  private void endThoseWithoutRight() {
    for (MqttSession session : List.copyOf(sessions))
      if (!access.tokens().isValid(session.sender()))
        session.leave(MqttDisconnectReasonCode.NOT_AUTHORIZED);
  }

  private Optional<Principal> authenticate(@Nullable MqttAuth auth) {
    if (auth == null || auth.getUsername() == null || auth.getPassword() == null)
      return Optional.empty();
    return access.tokens().findByName(auth.getUsername(), auth.getPassword());
  }

  private static String who(@Nullable MqttAuth auth) {
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
