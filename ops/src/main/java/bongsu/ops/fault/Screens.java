package bongsu.ops.fault;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Screens that look at the city all through a run. */
final class Screens implements AutoCloseable {
  private static final long AGAIN_MS = 250;

  private final String token;
  private final List<WatchingScreen> all;
  private final Thread thread = new Thread(this::keepConnected, "screens");

  private Screens(String token, List<WatchingScreen> all) {
    this.token = token;
    this.all = all;
  }

  static Screens open(FaultCity city, int count) {
    String token = city.token("screens", Set.of());
    Screens screens = new Screens(
        token,
        Stream.generate(() -> new WatchingScreen(city.url(), token))
            .limit(count)
            .toList());
    screens.thread.setDaemon(true);
    screens.thread.start();
    return screens;
  }

  private void keepConnected() {
    try {
      while (true) {
        all.forEach(WatchingScreen::connect);
        Thread.sleep(AGAIN_MS);
      }
    } catch (InterruptedException stopped) {
      // The run is over.
    }
  }

  String token() {
    return token;
  }

  List<WatchingScreen> all() {
    return all;
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
    all.forEach(WatchingScreen::close);
  }
}
