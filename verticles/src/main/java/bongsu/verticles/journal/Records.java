package bongsu.verticles.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Records in a segment: length and CRC32C (4 bytes each, big-endian), then the payload. The checksum
 * covers the segment's number and the length as well, so that nothing left over from another file
 * passes for a record.
 */
final class Records {
  static final int HEAD_BYTES = 8;
  private static final int MOST_BYTES = 1 << 20;

  /**
   * What stands in a piece of a segment.
   *
   * @param end behind the last record found, from the piece's beginning
   * @param damagedBytes between records, that are none
   */
  record Found(List<byte[]> payloads, int end, int damagedBytes) {}

  private Records() {}

  /** The records of payloads, one behind the other. */
  static ByteBuffer of(long segment, List<byte[]> payloads) {
    int bytes = payloads.stream().mapToInt(p -> HEAD_BYTES + p.length).sum();
    ByteBuffer out = ByteBuffer.allocate(bytes);
    for (byte[] payload : payloads)
      out.putInt(payload.length)
          .putInt(crc(segment, payload.length, payload, 0))
          .put(payload);
    return out.flip();
  }

  /** Reads up to {@code most} records; where one should begin and does not, looks for the next. */
  static Found read(byte[] piece, long segment, int most) {
    List<byte[]> payloads = new ArrayList<>();
    int end = 0;
    int damaged = 0;
    for (int at = 0; at + HEAD_BYTES <= piece.length && payloads.size() < most; ) {
      int length = lengthAt(piece, at, segment);
      if (length < 0) {
        at++;
        continue;
      }
      damaged += at - end;
      payloads.add(Arrays.copyOfRange(piece, at + HEAD_BYTES, at + HEAD_BYTES + length));
      at += HEAD_BYTES + length;
      end = at;
    }
    return new Found(payloads, end, damaged);
  }

  /** Of the payload of a record that begins there; negative when none does. */
  private static int lengthAt(byte[] piece, int at, long segment) {
    ByteBuffer head = ByteBuffer.wrap(piece, at, HEAD_BYTES);
    int length = head.getInt();
    if (length <= 0 || length > MOST_BYTES || length > piece.length - at - HEAD_BYTES) return -1;
    return head.getInt() == crc(segment, length, piece, at + HEAD_BYTES) ? length : -1;
  }

  private static int crc(long segment, int length, byte[] payload, int at) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
        .putLong(segment)
        .putInt(length)
        .flip());
    crc.update(payload, at, length);
    return (int) crc.getValue();
  }
}
