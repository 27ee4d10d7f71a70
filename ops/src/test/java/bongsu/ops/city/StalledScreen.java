package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A screen on a bare socket, which reads only when it is told to: what waits for it, waits. */
final class StalledScreen implements AutoCloseable {
  private static final int SMALL = 8 * 1024;
  private static final int CLOSE = 8;

  private final Socket socket = new Socket();
  private final DataInputStream in;
  private final int serverPort;
  private long readBytes;

  /** Asks to watch all, and reads no answer. */
  StalledScreen(RunningCity city) throws IOException {
    serverPort = city.httpPort;
    socket.setReceiveBufferSize(SMALL);
    socket.connect(new InetSocketAddress("127.0.0.1", city.httpPort));
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), SMALL));
    write(("GET /api/v1/live HTTP/1.1\r\nHost: 127.0.0.1:" + city.httpPort + "\r\n"
            + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer "
            + city.desk + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII));
    awaitUpgrade();
    say("{\"watch\":{}}");
  }

  private void awaitUpgrade() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n"))
      head.write(in.readByte());
    assertTrue(head.toString(StandardCharsets.US_ASCII).contains(" 101 "), head::toString);
  }

  /** A client's frame; masked with zeros, which changes nothing. */
  private void say(String text) throws IOException {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(0x81);
    frame.write(0x80 | payload.length);
    frame.write(new byte[4]);
    frame.write(payload);
    write(frame.toByteArray());
  }

  private void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** The next message; empty when the city has closed the connection. */
  Optional<JsonNode> read() {
    try {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      while (true) {
        int first = in.readUnsignedByte();
        byte[] payload = new byte[length(in.readUnsignedByte())];
        in.readFully(payload);
        count(payload.length);
        if ((first & 0xf) == CLOSE) return Optional.empty();
        text.write(payload);
        if ((first & 0x80) != 0) return Optional.of(CityClient.JSON.readTree(text.toByteArray()));
      }
    } catch (EOFException closed) {
      return Optional.empty();
    } catch (IOException reset) {
      if (socket.isClosed() || String.valueOf(reset.getMessage()).contains("reset"))
        return Optional.empty();
      throw new UncheckedIOException(reset);
    }
  }

  private synchronized void count(int bytes) {
    readBytes += bytes;
  }

  /** Reads all that waits and all that comes, on a thread of its own, until it is closed. */
  ScreenPicture readOn() {
    ScreenPicture picture = new ScreenPicture();
    Thread thread = new Thread(() -> {
      for (Optional<JsonNode> m = read(); m.isPresent(); m = read()) picture.on(m.get());
    });
    thread.setDaemon(true);
    thread.start();
    return picture;
  }

  private int length(int second) throws IOException {
    if (second == 126) return in.readUnsignedShort();
    return second == 127 ? Math.toIntExact(in.readLong()) : second;
  }

  /** All it has read. */
  synchronized long readBytes() {
    return readBytes;
  }

  /** Whether no process of the city has the other end any more, as the kernel tells. */
  boolean isDropped() {
    try {
      String ends = ":%04X 0100007F:%04X".formatted(serverPort, socket.getLocalPort());
      return Files.readAllLines(Path.of("/proc/net/tcp")).stream()
          .filter(line -> line.toUpperCase(Locale.ROOT).contains(ends))
          .allMatch(line -> line.trim().split("\\s+")[9].equals("0"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
