package bongsu.verticles.cluster;

import bongsu.verticles.store.StoreAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a node and its store, and can take the store away in two ways. */
final class StoreProxy {
  private enum State {
    OPEN,
    SILENT,
    CUT
  }

  private final Vertx vertx;
  private final StoreAddress store;
  private final NetServer server;
  private final Set<NetSocket> sockets = ConcurrentHashMap.newKeySet();
  private volatile State state = State.OPEN;

  StoreProxy(Vertx vertx, StoreAddress store) {
    this.vertx = vertx;
    this.store = store;
    this.server = vertx.createNetServer().connectHandler(this::onConnect);
  }

  /** Where a node finds the store behind this. */
  Future<StoreAddress> open() {
    return server
        .listen(0, "127.0.0.1")
        .map(listening -> new StoreAddress(
            "127.0.0.1", listening.actualPort(), store.database(), store.user(), store.password()));
  }

  private void onConnect(NetSocket in) {
    if (state == State.CUT) {
      in.close();
      return;
    }
    in.pause();
    vertx.createNetClient().connect(store.port(), store.host()).onSuccess(out -> {
      pass(in, out);
      pass(out, in);
      in.resume();
    });
  }

  private void pass(NetSocket from, NetSocket to) {
    sockets.add(from);
    from.handler(bytes -> {
      if (state == State.OPEN) to.write(bytes);
    });
    from.closeHandler(gone -> to.close());
  }

  /** Connections stay open, nothing passes: a frozen machine. */
  void fallSilent() {
    state = State.SILENT;
  }

  /** Connections break and no new ones are taken: a server that was killed. */
  void cut() {
    state = State.CUT;
    sockets.forEach(NetSocket::close);
  }
}
