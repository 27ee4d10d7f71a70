package bongsu.ops.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * One sender with a file of its own: notes, syncs, sends, and sends again what it got no answer to,
 * but for a few of which it never learns more. Some it sends twice although it was answered.
 */
final class LoadClient implements AutoCloseable {
  private static final long TICK_MS = 50;
  private static final int TICKS_UNTIL_AGAIN = 10;
  private static final int MOST_AGAIN = 200;
  private static final int MOST_WAITING = 1_000;
  private static final double LEFT_UNKNOWN = 0.05;

  private final Events events;
  private final ClientLog log;
  private final LoadStats stats;
  private final Manners manners;
  private final Random random;
  private final Feed feed;
  private final List<Series> series;
  private final Queue<Sent> again = new ArrayDeque<>();
  private final Set<Sent> open = new HashSet<>();
  private final Thread thread = new Thread(this::run);
  private final double perTick;
  private double due;
  private long ticks;
  private volatile boolean ending;
  private volatile boolean over;

  /**
   * @param duplicates share of the answered events that are sent once more
   * @param shuffled whether what is sent together is put in another order
   * @param bad whether it also sends what must be rejected
   */
  record Manners(double perSecond, double duplicates, boolean shuffled, boolean bad) {}

  LoadClient(
      Events events,
      ClientLog log,
      LoadStats stats,
      Manners manners,
      Random random,
      Function<Feed.Told, Feed> feeds) {
    this.events = events;
    this.log = log;
    this.stats = stats;
    this.manners = manners;
    this.random = random;
    this.perTick = manners.perSecond * TICK_MS / 1_000;
    this.series = List.of(
        new Series(List.of(events::high, events::low)),
        new Series(List.of(() -> events.spike(0), () -> events.spike(0), () -> events.spike(9))));
    this.feed = feeds.apply(this::onOutcome);
  }

  LoadClient start() {
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  private void run() {
    try {
      long nextNs = System.nanoTime();
      while (!over) {
        tick();
        nextNs = Math.max(System.nanoTime(), nextNs + TICK_MS * 1_000_000);
        Thread.sleep(Math.max(0, (nextNs - System.nanoTime()) / 1_000_000));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the client's own log", e);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void tick() throws IOException, InterruptedException {
    List<Sent> fresh = fresh();
    List<Sent> batch = takeAgain();
    if (!fresh.isEmpty()) log.sending(fresh);
    stats.sent.addAndGet(fresh.size());
    stats.resent.addAndGet(batch.size());
    batch.addAll(fresh);
    if (manners.shuffled) Collections.shuffle(batch, random);
    if (!batch.isEmpty()) feed.send(batch);
  }

  private synchronized List<Sent> fresh() {
    List<Sent> fresh = new ArrayList<>();
    for (Series one : series) if (!ending || !one.isAtRest()) one.next().ifPresent(fresh::add);
    due = ending ? 0 : Math.min(due + perTick, perTick * 4);
    for (; due >= 1 && open.size() + fresh.size() < MOST_WAITING; due--)
      fresh.add(events.reading());
    if (!ending && ticks % 60 == 0) fresh.add(events.call());
    if (!ending && manners.bad && ticks % 40 == 0) fresh.add(events.bad());
    open.addAll(fresh);
    return fresh;
  }

  /** Twice a second: a city that is away is not hammered. */
  private synchronized List<Sent> takeAgain() {
    List<Sent> batch = new ArrayList<>();
    if (++ticks % TICKS_UNTIL_AGAIN != 0) return batch;
    while (batch.size() < MOST_AGAIN && !again.isEmpty() && feed.waiting() < MOST_WAITING)
      batch.add(again.poll());
    return batch;
  }

  private synchronized void onOutcome(Sent event, Outcome outcome) {
    if (!open.contains(event)) return;
    if (outcome == Outcome.UNKNOWN) {
      boolean left = event.kind() == Kind.READING && random.nextDouble() < LEFT_UNKNOWN;
      if (left) open.remove(event);
      else again.add(event);
      return;
    }
    open.remove(event);
    log.outcome(event, outcome);
    stats.on(event, outcome);
    series.forEach(one -> one.on(event, outcome));
    boolean twice = event.kind() == Kind.SPIKE || random.nextDouble() < manners.duplicates;
    if (outcome == Outcome.OK && twice) again.add(event);
  }

  /** No new events from now on, but for what ends a series. */
  void end() {
    ending = true;
  }

  /** Whether everything it sent is settled. */
  synchronized boolean isDone() {
    return ending && open.isEmpty() && series.stream().allMatch(Series::isAtRest);
  }

  @Override
  public void close() throws Exception {
    over = true;
    thread.interrupt();
    thread.join();
    feed.close();
    log.close();
  }
}
