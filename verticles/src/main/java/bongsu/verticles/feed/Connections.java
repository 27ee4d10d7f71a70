package bongsu.verticles.feed;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many MQTT connections a node has, in all and of each token. Any thread may call. */
public final class Connections {
  /** Whether one more may come. */
  enum Answer {
    WELCOME,
    NODE_FULL,
    TOKEN_FULL
  }

  private final int most;
  private final int mostOfToken;
  private final AtomicInteger all = new AtomicInteger();
  private final Map<String, AtomicInteger> byToken = new ConcurrentHashMap<>();

  /**
   * @param most of this node
   * @param mostOfToken of one token on this node
   */
  public Connections(int most, int mostOfToken) {
    this.most = most;
    this.mostOfToken = mostOfToken;
  }

  /** Counts one more, to {@link #leave} once; anything but WELCOME counted nothing. */
  Answer enter(String token) {
    if (all.incrementAndGet() > most) {
      all.decrementAndGet();
      return Answer.NODE_FULL;
    }
    if (of(token).incrementAndGet() <= mostOfToken) return Answer.WELCOME;
    leave(token);
    return Answer.TOKEN_FULL;
  }

  void leave(String token) {
    of(token).decrementAndGet();
    all.decrementAndGet();
  }

  /** How many there are. */
  public int open() {
    return all.get();
  }

  private AtomicInteger of(String token) {
    return byToken.computeIfAbsent(token, first -> new AtomicInteger());
  }
}
