package bongsu.verticles.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The segments that a process before left in a directory. Cut is only what stands behind the last
 * record of the last segment and is none: a write that was never acknowledged. All else that is no
 * record is damage, told and set aside.
 */
final class LeftSegments {
  private static final Logger LOG = LoggerFactory.getLogger(LeftSegments.class);

  private record Left(Path file, long number, byte[] bytes, Optional<SegmentHead> head) {}

  private final Disk disk;
  private final String lane;

  LeftSegments(Disk disk, String lane) {
    this.disk = disk;
    this.lane = lane;
  }

  /** In the order in which they were written. */
  List<Segment> in(Path directory) throws IOException {
    List<Segment> segments = new ArrayList<>();
    Optional<Left> next = Optional.empty();
    for (Path file : files(directory)) {
      Left left = read(file);
      if (next.isPresent()) segments.add(0, earlier(left, next.get()));
      else last(left).ifPresent(segments::add);
      next = Optional.of(left);
    }
    return segments;
  }

  /** The highest that a file there has, those set aside included; 0 when there is none. */
  long lastNumber(Path directory) throws IOException {
    Pattern numbered = Pattern.compile(lane + "-(\\d{10,18})\\..*");
    return disk.list(directory).stream()
        .map(file -> numbered.matcher(name(file)))
        .filter(Matcher::matches)
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .max()
        .orElse(0);
  }

  /** The last first. */
  private List<Path> files(Path directory) throws IOException {
    return disk.list(directory).stream()
        .filter(file -> name(file).startsWith(lane + "-") && name(file).endsWith(Segment.ENDING))
        .sorted((a, b) -> name(b).compareTo(name(a)))
        .toList();
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private Left read(Path file) throws IOException {
    String digits = name(file).substring(lane.length() + 1).replace(Segment.ENDING, "");
    long number = Long.parseLong(digits);
    byte[] bytes = disk.read(file, 0, (int) disk.length(file));
    return new Left(
        file, number, bytes, SegmentHead.find(bytes).filter(head -> head.number() == number));
  }

  private Optional<Segment> last(Left left) throws IOException {
    Records.Found found = records(left, left.bytes().length);
    int good = SegmentHead.BYTES + found.end();
    if (left.head().isEmpty() && found.payloads().isEmpty()) {
      LOG.info("{} was never begun", left.file());
      disk.delete(left.file());
      return Optional.empty();
    }
    if (good < left.bytes().length) cut(left, good);
    boolean damaged = isDamaged(left, found);
    if (damaged) LOG.error("{} is damaged; what can be read of it is kept", left.file());
    return Optional.of(Segment.left(disk, left.file(), left.number(), good, damaged));
  }

  private void cut(Left left, int good) throws IOException {
    LOG.warn(
        "{}: {} bytes of an unfinished write are cut", left.file(), left.bytes().length - good);
    Disk.Output output = disk.open(left.file());
    output.cut(good);
    output.sync();
    output.close();
  }

  private Segment earlier(Left left, Left next) {
    long good = next.head()
        .filter(head -> head.previous() == left.number())
        .map(SegmentHead::previousBytes)
        .orElse((long) left.bytes().length);
    int readable = (int) Math.min(good, left.bytes().length);
    Records.Found found = records(left, readable);
    boolean whole = SegmentHead.BYTES + found.end() == good;
    boolean damaged = !whole || isDamaged(left, found);
    if (damaged) LOG.error("{} is damaged; what can be read of it is kept", left.file());
    return Segment.left(disk, left.file(), left.number(), readable, damaged);
  }

  private static Records.Found records(Left left, int upTo) {
    byte[] records = Arrays.copyOfRange(left.bytes(), Math.min(SegmentHead.BYTES, upTo), upTo);
    return Records.read(records, left.number(), Integer.MAX_VALUE);
  }

  private static boolean isDamaged(Left left, Records.Found found) {
    return left.head().isEmpty() || found.damagedBytes() > 0;
  }
}
