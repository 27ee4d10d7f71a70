package bongsu.ops.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** MQTT 5, QoS 1, on a plain socket: nothing is resent behind the bench's back. */
final class MqttFeed implements Feed {
  private static final int PATIENCE_MS = 20_000;
  private static final int QUOTA_EXCEEDED = 0x97;
  private static final int FIRST_FAILURE = 0x80;

  private final InetSocketAddress address;
  private final String clientId;
  private final String token;
  private final Told told;
  private final Map<Integer, Sent> inFlight = new HashMap<>();
  private @Nullable Socket socket;
  private int lastId;

  MqttFeed(InetSocketAddress address, String clientId, String token, Told told) {
    this.address = address;
    this.clientId = clientId;
    this.token = token;
    this.told = told;
  }

  @Override
  public void send(List<Sent> events) throws InterruptedException {
    try {
      Socket open = connected();
      open.getOutputStream().write(packets(events));
    } catch (IOException e) {
      lose(events);
      Thread.sleep(100);
    }
  }

  private synchronized Socket connected() throws IOException {
    if (socket != null) return socket;
    Socket fresh = new Socket();
    try {
      fresh.connect(address, PATIENCE_MS);
      fresh.setTcpNoDelay(true);
      fresh.setSoTimeout(PATIENCE_MS);
      fresh.getOutputStream().write(connect());
      DataInputStream in = new DataInputStream(fresh.getInputStream());
      byte[] answer = packet(in, in.readUnsignedByte());
      if (answer.length < 2 || answer[1] != 0) throw new IOException("refused");
      listen(fresh, in);
    } catch (IOException e) {
      fresh.close();
      throw e;
    }
    socket = fresh;
    return fresh;
  }

  private void listen(Socket open, DataInputStream in) {
    Thread reader = new Thread(() -> read(open, in), "acks-of-" + clientId);
    reader.setDaemon(true);
    reader.start();
  }

  private void read(Socket open, DataInputStream in) {
    try {
      while (true) {
        int first = in.readUnsignedByte();
        byte[] body = packet(in, first);
        if (first >> 4 == 4) onPubAck(body);
      }
    } catch (IOException gone) {
      onClosed(open);
    }
  }

  private void onPubAck(byte[] body) {
    int reason = body.length > 2 ? body[2] & 0xff : 0;
    Sent event;
    synchronized (this) {
      event = inFlight.remove((body[0] & 0xff) << 8 | body[1] & 0xff);
    }
    if (event == null) return;
    if (reason < FIRST_FAILURE) told.on(event, Outcome.OK);
    else told.on(event, reason == QUOTA_EXCEEDED ? Outcome.REFUSED : Outcome.REJECTED);
  }

  private void onClosed(Socket open) {
    List<Sent> lost;
    synchronized (this) {
      closeQuietly(open);
      if (socket != open) return;
      socket = null;
      lost = List.copyOf(inFlight.values());
      inFlight.clear();
    }
    lost.forEach(event -> told.on(event, Outcome.UNKNOWN));
  }

  /** Those of the events that were not in flight, and so are nobody's to lose, are lost here. */
  private void lose(List<Sent> events) {
    Socket broken;
    List<Sent> lost = new ArrayList<>(events);
    synchronized (this) {
      broken = socket;
      lost.removeAll(inFlight.values());
    }
    lost.forEach(event -> told.on(event, Outcome.UNKNOWN));
    if (broken != null) onClosed(broken);
  }

  private synchronized byte[] packets(List<Sent> events) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Sent event : events) {
      do lastId = lastId % 65_535 + 1;
      while (inFlight.containsKey(lastId));
      inFlight.put(lastId, event);
      all.write(publish(event, lastId));
    }
    return all.toByteArray();
  }

  private static byte[] publish(Sent event, int packetId) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(body);
    out.writeUTF("bongsu/v1/events/" + event.source());
    out.writeShort(packetId);
    out.writeByte(0);
    out.write(event.bytes());
    return framed(0x32, body.toByteArray());
  }

  private byte[] connect() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(body);
    out.writeUTF("MQTT");
    out.write(new byte[] {5, (byte) 0xc2, 0, 0, 0});
    out.writeUTF(clientId);
    out.writeUTF(token.substring(0, token.lastIndexOf('.')));
    byte[] password = token.getBytes(UTF_8);
    out.writeShort(password.length);
    out.write(password);
    return framed(0x10, body.toByteArray());
  }

  private static byte[] framed(int first, byte[] body) {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(first);
    int rest = body.length;
    for (; rest > 0x7f; rest >>= 7) packet.write(rest & 0x7f | 0x80);
    packet.write(rest);
    packet.writeBytes(body);
    return packet.toByteArray();
  }

  private static byte[] packet(DataInputStream in, int first) throws IOException {
    int length = 0;
    int digit = 0x80;
    for (int shift = 0; digit > 0x7f; shift += 7) {
      digit = in.readUnsignedByte();
      length |= (digit & 0x7f) << shift;
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length || first < 0) throw new IOException("ended within a packet");
    return body;
  }

  @Override
  public synchronized int waiting() {
    return inFlight.size();
  }

  @Override
  public void close() {
    Socket open;
    synchronized (this) {
      open = socket;
    }
    if (open != null) onClosed(open);
  }

  private static void closeQuietly(Socket open) {
    try {
      open.close();
    } catch (IOException gone) {
      // Nobody needs it any more.
    }
  }
}
