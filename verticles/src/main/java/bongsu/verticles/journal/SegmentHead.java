package bongsu.verticles.journal;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * How a segment begins: "BSJ" and the format's version, its number, then number and good length of
 * the one before, and a checksum. So what a failed write left behind an older segment's good length
 * is known to be nobody's.
 *
 * @param previous 0 for none
 */
record SegmentHead(long number, long previous, long previousBytes) {
  static final int BYTES = 32;
  private static final int MAGIC_1 = 0x42534A01;

  ByteBuffer bytes() {
    ByteBuffer out = ByteBuffer.allocate(BYTES).putInt(MAGIC_1);
    out.putLong(number).putLong(previous).putLong(previousBytes);
    return out.putInt(crc(out.array())).flip();
  }

  /** Empty when a file does not begin so. */
  static Optional<SegmentHead> find(byte[] file) {
    if (file.length < BYTES) return Optional.empty();
    ByteBuffer in = ByteBuffer.wrap(file);
    boolean ours = in.getInt() == MAGIC_1;
    SegmentHead head = new SegmentHead(in.getLong(), in.getLong(), in.getLong());
    return ours && in.getInt() == crc(file) ? Optional.of(head) : Optional.empty();
  }

  private static int crc(byte[] file) {
    CRC32C crc = new CRC32C();
    crc.update(file, 0, BYTES - Integer.BYTES);
    return (int) crc.getValue();
  }
}
