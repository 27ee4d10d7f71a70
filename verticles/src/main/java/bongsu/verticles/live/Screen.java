package bongsu.verticles.live;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One connected screen: what it wants and how far it has been told. While its socket is full it is
 * told nothing; afterwards it gets the latest state of what it missed. One event loop only.
 */
final class Screen {
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

  private static final long SNAPSHOT_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(100);

  private final ServerWebSocket socket;
  private final long shownAtNs = System.nanoTime();
  private Watch watch;
  private long toldSeq;
  private long toldTick;
  private long toldUnconfirmed;
  private long fullSinceNs;

  Screen(ServerWebSocket socket, Watch watch, long toldSeq) {
    this.socket = socket;
    this.watch = watch;
    this.toldSeq = toldSeq;
    socket.setWriteQueueMaxSize(256 * 1024);
  }

  Watch watch() {
    return watch;
  }

  /** Another view: all things in it are told with the next delta. */
  void watch(Watch other) {
    watch = other;
    toldTick = 0;
  }

  long toldSeq() {
    return toldSeq;
  }

  void toldSeq(long seq) {
    toldSeq = Math.max(toldSeq, seq);
  }

  /** Which version of the unconfirmed calls it shows. */
  long toldUnconfirmed() {
    return toldUnconfirmed;
  }

  void toldUnconfirmed(long version) {
    toldUnconfirmed = version;
  }

  void toldAllBefore(long tick) {
    toldTick = tick;
  }

  /** Whether it has been told everything before a tick. */
  boolean keptUp(long tick) {
    return toldTick == tick;
  }

  /** What this screen has not been told of a picture whose ended tick brought {@code changed}. */
  List<Picture.Shown> untold(Picture picture, List<Picture.Shown> changed, long endedTick) {
    List<Picture.Shown> news = keptUp(endedTick) ? changed : picture.since(toldTick);
    return news.stream().filter(watch::wants).toList();
  }

  void send(String text) {
    socket.writeTextMessage(text);
  }

  /** Whether its socket takes more; one that has taken nothing for 30 s is closed. */
  boolean reads(long nowNs) {
    if (socket.isClosed()) return false;
    if (!socket.writeQueueFull()) {
      fullSinceNs = 0;
      return true;
    }
    if (fullSinceNs == 0) fullSinceNs = nowNs;
    else if (nowNs - fullSinceNs > PATIENCE_NS) drop();
    return false;
  }

  /** The reason waits behind what it does not read, and so would any orderly end. */
  private void drop() {
    socket.close((short) 1013, "too slow; come back with your since");
    if (socket instanceof WebSocketInternal wired)
      wired.channelHandlerContext().channel().pipeline().firstContext().close();
  }

  /** Whether it cannot be given another snapshot now; its next delta brings what it wants. */
  boolean isBusy() {
    long now = System.nanoTime();
    return !reads(now) || now - shownAtNs < SNAPSHOT_EVERY_NS;
  }

  void close(short code, String why) {
    socket.close(code, why);
  }
}
