package bongsu.verticles.live;

import io.vertx.core.Handler;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A screen's socket that keeps what it is told and can be slow to read. */
final class FakeScreen {
  final List<JsonObject> told = new CopyOnWriteArrayList<>();
  volatile boolean slow;
  volatile int closedWith;
  private volatile Handler<String> onText;

  ServerWebSocket socket() {
    return (ServerWebSocket) Proxy.newProxyInstance(
        getClass().getClassLoader(), new Class<?>[] {ServerWebSocket.class}, this::answer);
  }

  @SuppressWarnings("unchecked")
  private Object answer(Object proxy, java.lang.reflect.Method method, Object[] args) {
    switch (method.getName()) {
      case "textMessageHandler" -> onText = (Handler<String>) args[0];
      case "writeTextMessage" -> told.add(new JsonObject((String) args[0]));
      case "close" -> closedWith = args == null ? 1_000 : (Short) args[0];
      case "writeQueueFull" -> {
        return slow;
      }
      case "isClosed" -> {
        return false;
      }
      case "equals" -> {
        return proxy == args[0];
      }
      case "hashCode" -> {
        return System.identityHashCode(this);
      }
      default -> {}
    }
    return method.getReturnType().isInstance(proxy) ? proxy : null;
  }

  /** As if the page had sent it. */
  void says(String text) {
    onText.handle(text);
  }

  /** All that was told of one layer, in order. */
  List<JsonObject> listed(String layer) {
    return told.stream()
        .filter(message -> message.containsKey(layer))
        .flatMap(message -> message.getJsonArray(layer).stream())
        .map(JsonObject.class::cast)
        .toList();
  }
}
