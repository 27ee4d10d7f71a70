package bongsu.ops.bench;

import bongsu.ops.bench.Reading.Values;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends readings over many MQTT connections at a fixed schedule, from one event loop: at each tick
 * what is due goes out, several messages to a write. What is late stays due and its latency counts
 * from when it should have been sent.
 */
final class MqttLoad implements AutoCloseable {
  private static final long TICK_US = 1_000;
  private static final int MESSAGES_A_WRITE = 16;
  private static final long DRAIN_NS = 10_000_000_000L;

  /** Kept free on each connection, so that readings that alarm are sent when due, busy or not. */
  private static final int ROOM_FOR_ALARMS = 3;

  /** Marks what is not of the telemetry that a phase counts. */
  private static final long OF_ALARMS = Long.MIN_VALUE;

  private final MultiThreadIoEventLoopGroup group;
  private final EventLoop loop;
  private final MqttHandshake handshake;
  private final Telemetry telemetry;
  private final AlarmSubjects alarms;
  private final AlarmSubjects.Level level;
  private final CityTime cityTime;
  private final List<MqttConnection> connections = new ArrayList<>();
  private int wanted;
  private int turn;
  private @Nullable MqttPhase phase;
  private @Nullable AlarmSchedule schedule;
  private @Nullable Future<?> ticks;
  private long alarmNumber;

  /** @param mostInFlight unacknowledged messages of one connection, more than 3 */
  MqttLoad(
      InetSocketAddress address,
      String token,
      int mostInFlight,
      Telemetry telemetry,
      AlarmSubjects alarms,
      AlarmSubjects.Level level,
      CityTime cityTime) {
    boolean epoll = Epoll.isAvailable();
    IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    this.group = new MultiThreadIoEventLoopGroup(1, io);
    this.loop = group.next();
    Bootstrap bootstrap = new Bootstrap()
        .group(group)
        .channel(epoll ? EpollSocketChannel.class : NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true);
    this.handshake = new MqttHandshake(bootstrap, address, token, mostInFlight);
    this.telemetry = telemetry;
    this.alarms = alarms;
    this.level = level;
    this.cityTime = cityTime;
  }

  /** Opens so many connections; fails with the first that is refused. */
  void connect(int count) throws Exception {
    wanted = count;
    reconnect();
  }

  /** Opens those again that were lost. */
  private void reconnect() throws Exception {
    List<CompletableFuture<MqttConnection>> opening = new ArrayList<>();
    int missing = wanted - loop.submit(connections::size).get();
    for (int i = 0; i < missing; i++)
      opening.add(handshake.open("bench-" + System.nanoTime() + "-" + i, new Answers()));
    for (CompletableFuture<MqttConnection> one : opening) {
      MqttConnection connection = one.get(30, TimeUnit.SECONDS);
      loop.submit(() -> connections.add(connection)).get();
    }
  }

  /**
   * Offers events at a rate for a while, then waits up to 10 s for what is not acknowledged yet.
   *
   * @param alarmsPerS how many of the alarm subjects to raise a second; 0 for none
   */
  MqttPhase.Figures offer(double ratePerS, double seconds, double alarmsPerS) throws Exception {
    reconnect();
    return loop.submit(() -> begin(ratePerS, seconds, alarmsPerS)).get().done.get();
  }

  private MqttPhase begin(double ratePerS, double seconds, double alarmsPerS) {
    MqttPhase begun = new MqttPhase(ratePerS, seconds);
    phase = begun;
    schedule = alarmsPerS > 0 ? new AlarmSchedule(alarms.size(), alarmsPerS, begun.startNs) : null;
    ticks = loop.scheduleAtFixedRate(() -> tick(begun), 0, TICK_US, TimeUnit.MICROSECONDS);
    return begun;
  }

  private void tick(MqttPhase now) {
    try {
      long nowNs = System.nanoTime();
      if (nowNs >= now.endNs) {
        end(now, nowNs);
        return;
      }
      sendAlarms(nowNs);
      sendTelemetry(now, nowNs);
    } catch (RuntimeException e) {
      stop(now, e);
    }
  }

  private void sendAlarms(long nowNs) {
    if (schedule == null) return;
    while (schedule.nextNs() <= nowNs) {
      AlarmSchedule.Due due = schedule.next();
      sendAlarm(due.subject(), due.raise(), due.intendedNs());
    }
  }

  private void sendTelemetry(MqttPhase now, long nowNs) {
    byte[] time = cityTime.text();
    long due = now.due(nowNs);
    while (now.sent() < due) {
      MqttConnection connection = findWithRoom();
      if (connection == null) return;
      int count = (int) Math.min(MESSAGES_A_WRITE, due - now.sent());
      send(now, connection, Math.min(count, roomForTelemetry(connection)), time);
    }
  }

  private void send(MqttPhase now, MqttConnection connection, int count, byte[] time) {
    ByteBuf out = connection.channel().alloc().buffer(count * telemetry.packetBytes());
    for (int i = 0; i < count && roomForTelemetry(connection) > 0; i++)
      telemetry.writeNext(out, connection.take(now.onSent()), time);
    connection.channel().writeAndFlush(out, connection.channel().voidPromise());
  }

  /** Each subject keeps to its connection, so that its readings stay in order. */
  private void sendAlarm(int subject, boolean raise, long intendedNs) {
    if (connections.isEmpty()) return;
    MqttConnection connection = connections.get(subject % connections.size());
    if (connection.room() == 0) return;
    Reading reading = alarms.reading(subject);
    ByteBuf out = connection.channel().alloc().buffer(reading.packetBytes());
    int hundredths = (int) Math.round((raise ? level.raise() : level.calm()) * 100);
    Values values = new Values(++alarmNumber, subject, hundredths);
    reading.writePublish(out, connection.take(OF_ALARMS), cityTime.text(), values);
    connection.channel().writeAndFlush(out, connection.channel().voidPromise());
    if (raise) alarms.onRaised(subject, intendedNs);
  }

  private @Nullable MqttConnection findWithRoom() {
    for (int i = 0; i < connections.size(); i++) {
      turn = (turn + 1) % connections.size();
      MqttConnection connection = connections.get(turn);
      if (roomForTelemetry(connection) > 0) return connection;
    }
    return null;
  }

  private static int roomForTelemetry(MqttConnection connection) {
    return connection.room() - ROOM_FOR_ALARMS;
  }

  private void end(MqttPhase now, long nowNs) {
    if (!now.isEnded()) {
      sendTelemetry(now, now.endNs);
      now.onEnd();
      if (schedule != null) calmAll();
    }
    if (now.inFlight() <= 0 || nowNs > now.endNs + DRAIN_NS) stop(now, null);
  }

  private void calmAll() {
    for (int subject = 0; subject < alarms.size(); subject++) sendAlarm(subject, false, 0);
  }

  private void stop(MqttPhase now, @Nullable Throwable failure) {
    if (ticks != null) ticks.cancel(false);
    phase = null;
    now.finish(failure);
  }

  @Override
  public void close() {
    loop.execute(() -> {
      for (MqttConnection one : List.copyOf(connections))
        one.channel().writeAndFlush(Unpooled.wrappedBuffer(MqttBytes.disconnect()));
    });
    group.shutdownGracefully(100, 2_000, TimeUnit.MILLISECONDS).awaitUninterruptibly();
  }

  /** Acknowledgements of telemetry go to the phase that is on. */
  private final class Answers implements MqttConnection.Acks {
    @Override
    public void onAck(long intendedNs, int reason, boolean inOrder) {
      if (phase != null && intendedNs >= phase.startNs) phase.onAck(intendedNs, reason, inOrder);
    }

    @Override
    public void onClosed(MqttConnection connection, int inFlight) {
      connections.remove(connection);
      if (phase != null) phase.onClosed(inFlight);
    }
  }
}
