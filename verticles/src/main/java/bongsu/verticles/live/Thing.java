package bongsu.verticles.live;

/**
 * The latest state of one thing on the map, as it travels live.
 *
 * @param layer {@code units}, {@code sensors}, {@code signals} or {@code cameras}
 * @param latDeg where it is; NaN when its asset says so
 * @param lonDeg where it is; NaN when its asset says so
 * @param atMs when it was observed, epoch milliseconds
 * @param json the object of docs/interface.md
 */
public record Thing(
    String layer, String id, double latDeg, double lonDeg, long atMs, String json) {}
