package bongsu.rules.fuse;

import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Finds stories by place: squares of 500 m on the city's plane. */
final class IncidentGrid {
  private static final double CELL_M = 500;

  private final LocalPlane plane;
  private final Map<Long, List<Story>> cells = new HashMap<>();
  private final Map<Story, Long> cellOf = new HashMap<>();

  IncidentGrid(LocalPlane plane) {
    this.plane = plane;
  }

  /** Puts a story where its incident is now, or nowhere when that is not known. */
  void place(Story story) {
    Long now = story.incident().findPosition().map(this::cellAt).orElse(null);
    Long before = cellOf.get(story);
    if (java.util.Objects.equals(now, before)) return;
    remove(story);
    if (now == null) return;
    cells.computeIfAbsent(now, cell -> new ArrayList<>()).add(story);
    cellOf.put(story, now);
  }

  void remove(Story story) {
    Long cell = cellOf.remove(story);
    if (cell != null)
      cells.computeIfPresent(cell, (key, stories) -> {
        stories.remove(story);
        return stories.isEmpty() ? null : stories;
      });
  }

  /** Visits at least all stories within {@code radiusM}, in no particular order. */
  void near(Position centre, double radiusM, Consumer<Story> visitor) {
    double x = plane.xM(centre.lonDeg());
    double y = plane.yM(centre.latDeg());
    for (long row = cell(y - radiusM); row <= cell(y + radiusM); row++)
      for (long column = cell(x - radiusM); column <= cell(x + radiusM); column++)
        cells.getOrDefault(key(column, row), List.of()).forEach(visitor);
  }

  private long cellAt(Position p) {
    return key(cell(plane.xM(p.lonDeg())), cell(plane.yM(p.latDeg())));
  }

  private static long cell(double metres) {
    return (long) Math.floor(metres / CELL_M);
  }

  private static long key(long column, long row) {
    return column << 32 ^ (row & 0xffff_ffffL);
  }
}
