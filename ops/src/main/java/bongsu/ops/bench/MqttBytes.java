package bongsu.ops.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.nio.charset.StandardCharsets;

/** MQTT 5 packets, most of them as bytes that are made once and patched afterwards. */
final class MqttBytes {
  private static final int KEEP_ALIVE_S = 300;

  private MqttBytes() {}

  /** A QoS 1 PUBLISH whose packet id is to be patched in. */
  static byte[] publish(String topic, byte[] payload) {
    return encode(MqttMessageBuilders.publish()
        .topicName(topic)
        .qos(MqttQoS.AT_LEAST_ONCE)
        .messageId(1)
        .payload(Unpooled.wrappedBuffer(payload))
        .build());
  }

  /** Where in such a PUBLISH the packet id stands: before the empty properties and the payload. */
  static int packetIdAt(byte[] publish, byte[] payload) {
    return publish.length - payload.length - 3;
  }

  static byte[] disconnect() {
    return encode(MqttMessage.DISCONNECT);
  }

  static MqttConnectMessage connect(String clientId, String name, String token) {
    return MqttMessageBuilders.connect()
        .protocolVersion(MqttVersion.MQTT_5)
        .clientId(clientId)
        .cleanSession(true)
        .keepAlive(KEEP_ALIVE_S)
        .hasUser(true)
        .hasPassword(true)
        .username(name)
        .password(token.getBytes(StandardCharsets.UTF_8))
        .build();
  }

  private static byte[] encode(MqttMessage message) {
    EmbeddedChannel channel = new EmbeddedChannel(MqttEncoder.INSTANCE);
    // The encoder learns from a CONNECT which version the connection speaks.
    channel.writeOutbound(connect("-", "-", "-"));
    ((ByteBuf) channel.readOutbound()).release();
    channel.writeOutbound(message);
    ByteBuf bytes = channel.readOutbound();
    try {
      return ByteBufUtil.getBytes(bytes);
    } finally {
      bytes.release();
      channel.finishAndReleaseAll();
    }
  }
}
