package bongsu.verticles.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of the journal: written by one thread, read by another up to what is on the disk. A
 * write or sync that failed seals it, for good.
 */
final class Segment {
  private static final Logger LOG = LoggerFactory.getLogger(Segment.class);
  static final String ENDING = ".journal";
  private static final String ASIDE = ".aside";

  final Path file;
  final long number;
  private final Disk disk;
  private volatile Disk.@Nullable Output output;
  private volatile long goodBytes;
  private long readBytes = SegmentHead.BYTES;
  private long lookedBytes;
  private boolean damaged;

  private Segment(Disk disk, Path file, long number, long goodBytes) {
    this.disk = disk;
    this.file = file;
    this.number = number;
    this.goodBytes = goodBytes;
  }

  /** Names sort as numbers do. */
  static Path file(Path directory, String lane, long number) {
    return named(directory, lane, number, ENDING);
  }

  /** For events that the store does not take. */
  static Path aside(Path directory, String lane, long number) {
    return named(directory, lane, number, ASIDE);
  }

  private static Path named(Path directory, String lane, long number, String ending) {
    return directory.resolve(String.format(Locale.ROOT, "%s-%010d%s", lane, number, ending));
  }

  /** One that a process before left, to be read only. */
  static Segment left(Disk disk, Path file, long number, long goodBytes, boolean damaged) {
    Segment segment = new Segment(disk, file, number, goodBytes);
    segment.damaged = damaged;
    return segment;
  }

  /** A new one; its name is on the disk when this returns, or nothing is left of it. */
  static Segment create(Disk disk, Path file, SegmentHead head) throws IOException {
    Segment segment = new Segment(disk, file, head.number(), SegmentHead.BYTES);
    Disk.Output output = disk.create(file);
    try {
      writeAll(output, head.bytes());
      output.sync();
      disk.syncDirectory(file.toAbsolutePath().resolveSibling(""));
      segment.output = output;
      return segment;
    } catch (IOException e) {
      closeQuietly(output);
      disk.delete(file);
      throw e;
    }
  }

  /** Returns once the records are on the disk; when it throws, the segment is sealed. */
  void append(ByteBuffer records) throws IOException {
    Disk.Output out = output;
    if (out == null) throw new IllegalStateException(file + " is sealed");
    int bytes = records.remaining();
    try {
      writeAll(out, records);
      out.sync();
      goodBytes = goodBytes + bytes;
    } catch (IOException e) {
      sealAfter(e);
      throw e;
    }
  }

  private static void writeAll(Disk.Output out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining())
      if (out.write(bytes) <= 0) throw new IOException("the disk takes no more");
  }

  private void sealAfter(IOException why) {
    LOG.error("{} is sealed at {} bytes: {}", file, goodBytes, why.toString());
    Disk.Output out = output;
    try {
      if (out != null) out.cut(goodBytes);
    } catch (IOException uncut) {
      LOG.warn("{} keeps what was not acknowledged: {}", file, uncut.toString());
    }
    seal();
  }

  /** Nothing more will be written. */
  void seal() {
    Disk.Output out = output;
    output = null;
    if (out != null) closeQuietly(out);
  }

  private static void closeQuietly(Disk.Output output) {
    try {
      output.close();
    } catch (IOException e) {
      LOG.warn("a segment is not closed: {}", e.toString());
    }
  }

  boolean isSealed() {
    return output == null;
  }

  /** Up to there everything was acknowledged. */
  long goodBytes() {
    return goodBytes;
  }

  boolean isRead() {
    return readBytes >= goodBytes;
  }

  /** Reads on from where {@link #read(long)} set it; what is no record on the way is damage. */
  Records.Found next(int most) throws IOException {
    lookedBytes = goodBytes;
    byte[] rest = disk.read(file, readBytes, (int) (lookedBytes - readBytes));
    Records.Found found = Records.read(rest, number, most);
    boolean tail = found.payloads().isEmpty() && rest.length > 0;
    if (found.damagedBytes() > 0 || tail) damaged("bytes that are no record");
    return found;
  }

  /** Up to there {@link #next} looked. */
  long lookedBytes() {
    return lookedBytes;
  }

  long readBytes() {
    return readBytes;
  }

  /** What stands before this is in the store. */
  void read(long upToBytes) {
    readBytes = upToBytes;
  }

  void damaged(String why) {
    if (!damaged) LOG.error("{} is damaged: {}; the rest of it is kept", file, why);
    damaged = true;
  }

  boolean isDamaged() {
    return damaged;
  }

  /** All that could be read is in the store: it goes, or is set aside when it is damaged. */
  void remove() throws IOException {
    seal();
    if (damaged) disk.move(file, file.resolveSibling(file.getFileName() + ".damaged"));
    else disk.delete(file);
  }
}
