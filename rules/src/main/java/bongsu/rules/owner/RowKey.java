package bongsu.rules.owner;

/**
 * A committed row.
 *
 * @param stream {@link #EVENT}, {@link #CALL} or {@link #JUDGEMENT}
 */
public record RowKey(String stream, int shard, long seq) {
  /** Telemetry. */
  public static final String EVENT = "event";

  /** Calls and help signals. */
  public static final String CALL = "call";

  /** What judging produced. */
  public static final String JUDGEMENT = "judgement";
}
