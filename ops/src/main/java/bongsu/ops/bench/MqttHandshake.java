package bongsu.ops.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

/** Opens connections: CONNECT, CONNACK, then a {@link MqttConnection} takes the channel over. */
final class MqttHandshake {
  private final Bootstrap bootstrap;
  private final InetSocketAddress address;
  private final String tokenName;
  private final String token;
  private final int mostInFlight;

  /** @param token whose name is what stands before its last dot */
  MqttHandshake(Bootstrap bootstrap, InetSocketAddress address, String token, int mostInFlight) {
    this.bootstrap = bootstrap;
    this.address = address;
    this.token = token;
    this.tokenName = token.substring(0, Math.max(0, token.lastIndexOf('.')));
    this.mostInFlight = mostInFlight;
  }

  /** Fails with IOException when the city cannot be reached or refuses. */
  CompletableFuture<MqttConnection> open(String clientId, MqttConnection.Acks acks) {
    CompletableFuture<MqttConnection> opened = new CompletableFuture<>();
    bootstrap
        .clone()
        .handler(new ChannelInitializer<SocketChannel>() {
          @Override
          protected void initChannel(SocketChannel channel) {
            channel
                .pipeline()
                .addLast(
                    MqttEncoder.INSTANCE, new MqttDecoder(), new Greeting(clientId, acks, opened));
          }
        })
        .connect(address)
        .addListener(done -> {
          if (!done.isSuccess())
            opened.completeExceptionally(refused(String.valueOf(done.cause())));
        });
    return opened;
  }

  private IOException refused(String why) {
    return new IOException("no MQTT connection to " + address + ": " + why);
  }

  /** Waits for the CONNACK. */
  private final class Greeting extends SimpleChannelInboundHandler<MqttMessage> {
    private final String clientId;
    private final MqttConnection.Acks acks;
    private final CompletableFuture<MqttConnection> opened;

    Greeting(String clientId, MqttConnection.Acks acks, CompletableFuture<MqttConnection> opened) {
      this.clientId = clientId;
      this.acks = acks;
      this.opened = opened;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      ctx.writeAndFlush(MqttBytes.connect(clientId, tokenName, token));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, MqttMessage message) {
      if (message instanceof MqttConnAckMessage connAck) onConnAck(ctx, connAck);
      else ctx.close();
    }

    private void onConnAck(ChannelHandlerContext ctx, MqttConnAckMessage message) {
      MqttConnectReturnCode code = message.variableHeader().connectReturnCode();
      if (code != MqttConnectReturnCode.CONNECTION_ACCEPTED) {
        opened.completeExceptionally(refused(code.name()));
        ctx.close();
        return;
      }
      int most = Math.min(mostInFlight, receiveMaximum(message));
      MqttConnection connection = new MqttConnection(ctx.channel(), most, acks);
      ctx.pipeline().addLast(connection);
      ctx.pipeline().remove(this);
      ctx.pipeline().remove(MqttDecoder.class);
      ctx.pipeline().remove(MqttEncoder.INSTANCE);
      opened.complete(connection);
    }

    private int receiveMaximum(MqttConnAckMessage message) {
      var property =
          message.variableHeader().properties().getProperty(MqttProperties.RECEIVE_MAXIMUM);
      return property instanceof IntegerProperty most ? most.value() : mostInFlight;
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      opened.completeExceptionally(refused("closed before its CONNACK"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      opened.completeExceptionally(refused(String.valueOf(cause.getMessage())));
      ctx.close();
    }
  }
}
