package bongsu.ops.city;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A feed over MQTT 5 (Vert.x' own client speaks 3.1.1 only): Netty's codec on a plain socket. */
final class Mqtt5Feed implements AutoCloseable {
  /** One PUBACK: which message, and 0 or why not. */
  record Ack(int messageId, int reason) {}

  private static final int PATIENCE_MS = 30_000;
  private final EmbeddedChannel codec =
      new EmbeddedChannel(new MqttDecoder(1 << 20), MqttEncoder.INSTANCE);
  private final Socket socket;
  private int lastId;

  Mqtt5Feed(RunningCity city, String token) throws IOException {
    socket = city.tls == null
        ? new Socket("127.0.0.1", city.mqttPort)
        : city.tls.getSocketFactory().createSocket("127.0.0.1", city.mqttPort);
    socket.setSoTimeout(PATIENCE_MS);
    send(MqttMessageBuilders.connect()
        .protocolVersion(MqttVersion.MQTT_5)
        .clientId(Events.unique("feed"))
        .cleanSession(true)
        .keepAlive(60)
        .username(token.substring(0, token.lastIndexOf('.')))
        .password(token.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .build());
    int code =
        ((MqttConnAckMessage) receive()).variableHeader().connectReturnCode().byteValue();
    if (code != 0) throw new IOException("refused: " + code);
  }

  /** Publishes with QoS 1 to the topic of the event's source; does not wait. */
  int publish(JsonNode event) throws IOException {
    return publish("bongsu/v1/events/" + event.path("source").asText(), CityClient.bytes(event));
  }

  int publish(String topic, byte[] payload) throws IOException {
    send(MqttMessageBuilders.publish()
        .topicName(topic)
        .qos(MqttQoS.AT_LEAST_ONCE)
        .messageId(++lastId)
        .payload(Unpooled.wrappedBuffer(payload))
        .build());
    return lastId;
  }

  /** The next PUBACKs, in the order in which they come. */
  List<Ack> acks(int count) throws IOException {
    List<Ack> acks = new ArrayList<>();
    while (acks.size() < count)
      acks.add(ack((MqttMessageIdVariableHeader) receive().variableHeader()));
    return acks;
  }

  private static Ack ack(MqttMessageIdVariableHeader header) {
    int reason = header instanceof MqttPubReplyMessageVariableHeader reply ? reply.reasonCode() : 0;
    return new Ack(header.messageId(), reason & 0xFF);
  }

  private void send(MqttMessage message) throws IOException {
    codec.writeOutbound(message);
    for (ByteBuf bytes = codec.readOutbound(); bytes != null; bytes = codec.readOutbound()) {
      socket.getOutputStream().write(ByteBufUtil.getBytes(bytes));
      bytes.release();
    }
  }

  private MqttMessage receive() throws IOException {
    byte[] buffer = new byte[8_192];
    MqttMessage message = codec.readInbound();
    while (message == null) {
      int read = socket.getInputStream().read(buffer);
      if (read < 0) throw new IOException("the city closed the connection");
      codec.writeInbound(Unpooled.copiedBuffer(buffer, 0, read));
      message = codec.readInbound();
    }
    return message;
  }

  @Override
  public void close() throws IOException {
    socket.close();
    codec.finishAndReleaseAll();
  }
}
