package bongsu.ops.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/**
 * A load client's own file: one line for each event, on the disk before the event is sent, and one
 * for each outcome. Any thread.
 */
final class ClientLog implements AutoCloseable {
  private final FileChannel file;
  private final StringBuilder outcomes = new StringBuilder();

  ClientLog(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Returns when all of them are on the disk: now they may be sent. */
  synchronized void sending(List<Sent> events) throws IOException {
    StringBuilder lines = new StringBuilder();
    Instant now = Instant.now();
    for (Sent event : events)
      lines
          .append("{\"source\":\"" + event.source() + "\",\"eventId\":\"" + event.eventId())
          .append("\",\"hash\":\"" + Long.toHexString(event.hash()) + "\",\"sentAt\":\"" + now)
          .append("\"}\n");
    write(outcomes.append(lines));
    file.force(false);
  }

  /** Known only later; until then, and for ever if we die, it is unknown. */
  synchronized void outcome(Sent event, Outcome outcome) {
    outcomes.append(
        "{\"eventId\":\"" + event.eventId() + "\",\"outcome\":\"" + outcome.wire() + "\"}\n");
  }

  private void write(StringBuilder lines) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(UTF_8));
    while (bytes.hasRemaining()) file.write(bytes);
    outcomes.setLength(0);
  }

  @Override
  public synchronized void close() throws IOException {
    write(outcomes);
    file.close();
  }
}
