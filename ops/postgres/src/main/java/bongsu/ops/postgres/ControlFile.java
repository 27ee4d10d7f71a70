package bongsu.ops.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL's {@code pg_control}: which database a cluster is, and where it may be read from. */
final class ControlFile {
  static final Path NAME = Path.of("global", "pg_control");

  private ControlFile() {}

  /** The number that initdb gave the database; all its copies have the same. */
  static String systemId(Path cluster) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(cluster.resolve(NAME)));
    return Long.toUnsignedString(bytes.order(ByteOrder.LITTLE_ENDIAN).getLong());
  }
}
