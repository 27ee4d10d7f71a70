package bongsu.ops.sim;

import static java.nio.charset.StandardCharsets.UTF_8;

import bongsu.core.asset.Asset;
import bongsu.core.asset.AssetGeoJson;
import bongsu.core.event.CityEvent;
import bongsu.core.wire.EventDecoder;
import bongsu.core.wire.WireEnum;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The doors of a platform and nothing behind them: knows the assets, keeps what it is sent. */
final class StandInPlatform {
  private final Map<String, byte[]> assetsByKind;
  private final Consumer<CityEvent> keep;
  final Queue<EventDecoder.Decoded> refused = new ConcurrentLinkedQueue<>();
  final int httpPort;
  final int mqttPort;

  StandInPlatform(Vertx vertx, List<Asset> assets, Consumer<CityEvent> keep) throws Exception {
    this.keep = keep;
    assetsByKind = assets.stream()
        .collect(Collectors.groupingBy(
            asset -> WireEnum.wordOf(asset.kind()),
            Collectors.collectingAndThen(
                Collectors.toList(), all -> AssetGeoJson.encodeAll(all).getBytes(UTF_8))));
    HttpServer http = vertx.createHttpServer().requestHandler(this::onRequest);
    httpPort = get(http.listen(0, "127.0.0.1")).actualPort();
    MqttServer mqtt = MqttServer.create(vertx).endpointHandler(this::onConnect);
    mqttPort = get(mqtt.listen(0, "127.0.0.1")).actualPort();
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private void onRequest(HttpServerRequest request) {
    String kind = request.getParam("kind");
    if (kind != null) {
      byte[] none = AssetGeoJson.encodeAll(List.of()).getBytes(UTF_8);
      request
          .response()
          .end(io.vertx.core.buffer.Buffer.buffer(assetsByKind.getOrDefault(kind, none)));
    } else if (request.path().equals("/api/v1/city")) {
      request
          .response()
          .end(
              "{\"name\":\"수원시\",\"places\":[{\"name\":\"인계동\",\"nameEn\":\"Ingye-dong\",\"at\":[37.267,127.029]}]}");
    } else {
      request.body().onSuccess(body -> {
        EventDecoder.decodeRequest(body.getBytes()).forEach(this::take);
        request.response().end("{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}");
      });
    }
  }

  private void onConnect(MqttEndpoint endpoint) {
    endpoint.publishAutoAck(false);
    endpoint.publishHandler(message -> {
      take(EventDecoder.decode(message.payload().getBytes()));
      endpoint.publishAcknowledge(message.messageId());
    });
    endpoint.accept(false);
  }

  private void take(EventDecoder.Decoded decoded) {
    if (decoded instanceof EventDecoder.Accepted accepted) keep.accept(accepted.event());
    else refused.add(decoded);
  }
}
