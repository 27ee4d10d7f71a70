package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.wire.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The areas one thing is in, and the alarms raised for them. Areas not listed it is outside of. */
final class FenceTrack implements States.State {
  private static final long FORGET_MS = 86_400_000;
  private static final int[] NONE = {};

  /** Where a thing is to an area. */
  enum Side {
    INSIDE,
    OUTSIDE,
    UNSURE
  }

  private final Areas areas;
  private long lastAtMs = Long.MIN_VALUE;
  /** Numbers of areas, ascending, as are those it is not sure of. */
  private int[] inside = NONE;

  private int[] unsure = NONE;
  /** Of {@link #inside}, see {@link Areas#setAt}; -1 while it is not known. */
  private int set = -1;

  /** By the areas' ids. */
  private final Map<String, String> alarms = new TreeMap<>();

  FenceTrack(Areas areas) {
    this.areas = areas;
  }

  /** Whether the event is older than the last one; if not, it is the last one from now on. */
  boolean isLate(CityEvent event) {
    long atMs = event.observedAt().toEpochMilli();
    if (atMs < lastAtMs) return true;
    lastAtMs = atMs;
    return false;
  }

  /** Whether a point is in the same areas and nothing is open. */
  boolean isAsBefore(double xM, double yM) {
    if (unsure.length > 0) return false;
    int now = areas.setAt(xM, yM);
    if (now >= 0 && now == set) return true;
    if (!areas.isIn(inside, xM, yM)) return false;
    set = now;
    return true;
  }

  Side sideOf(int area) {
    if (Arrays.binarySearch(inside, area) >= 0) return Side.INSIDE;
    return Arrays.binarySearch(unsure, area) >= 0 ? Side.UNSURE : Side.OUTSIDE;
  }

  /** Those it is in, or may be in. */
  IntStream notOutside() {
    return IntStream.concat(IntStream.of(inside), IntStream.of(unsure));
  }

  void move(int area, Side side) {
    set = -1;
    inside = side == Side.INSIDE ? with(inside, area) : without(inside, area);
    unsure = side == Side.UNSURE ? with(unsure, area) : without(unsure, area);
  }

  private static int[] with(int[] numbers, int area) {
    return IntStream.concat(IntStream.of(numbers), IntStream.of(area))
        .sorted()
        .distinct()
        .toArray();
  }

  private static int[] without(int[] numbers, int area) {
    return Arrays.binarySearch(numbers, area) < 0
        ? numbers
        : IntStream.of(numbers).filter(number -> number != area).toArray();
  }

  void putAlarm(int area, String alarmId) {
    alarms.put(areas.get(area).id(), alarmId);
  }

  /** The alarm of the area, which is then none any more; null when it is not over or there is none. */
  @Nullable
  String takeAlarm(int area, boolean isOver) {
    return isOver ? alarms.remove(areas.get(area).id()) : null;
  }

  @Override
  public long keepUntilMs() {
    return alarms.isEmpty() ? lastAtMs + FORGET_MS : Long.MAX_VALUE;
  }

  @Override
  public void write(JsonText json) {
    json.put("at", lastAtMs);
    for (int area : inside) json.put("in/" + areas.get(area).id(), true);
    for (int area : unsure) json.put("unsure/" + areas.get(area).id(), true);
    alarms.forEach((id, alarm) -> json.put("alarm/" + id, alarm));
  }

  /** What belongs to areas that are no more is dropped. */
  static FenceTrack read(JsonNode fields, Areas areas) {
    FenceTrack track = new FenceTrack(areas);
    List<String> in = new ArrayList<>();
    List<String> unsure = new ArrayList<>();
    fields.fields().forEachRemaining(field -> {
      String[] name = field.getKey().split("/", 2);
      switch (name[0]) {
        case "at" -> track.lastAtMs = field.getValue().asLong();
        case "in" -> in.add(name[1]);
        case "unsure" -> unsure.add(name[1]);
        default -> track.alarms.put(name[1], field.getValue().asText());
      }
    });
    track.inside = areas.numbersOf(in);
    track.unsure = areas.numbersOf(unsure);
    track.alarms.keySet().removeIf(id -> areas.numbersOf(List.of(id)).length == 0);
    return track;
  }
}
