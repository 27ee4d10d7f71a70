package bongsu.ops.bench.rules;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Positions a second, on one thread, until what they entered and left is known. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FenceBench {
  static final int BATCH = 1_000;
  static final int THINGS = 50_000;

  /** Of {@link Contender.Way}: its key. */
  @Param("bongsu")
  public String way = "bongsu";

  @Param("1000")
  public int fences;

  /** How many fences a position is in on average, about. */
  @Param("5")
  public double cover;

  private final Walks walks = new Walks(THINGS);
  private Contender contender = (none, from, count) -> 0;

  /** Where everything is to begin with is no change, and not measured. */
  @Setup(Level.Trial)
  public void begin() throws Exception {
    contender = Contender.Way.of(way).over(Fences.of(fences, cover), THINGS);
    for (int taken = 0; taken < THINGS; taken += BATCH)
      contender.move(walks, walks.next(BATCH), BATCH);
  }

  @TearDown(Level.Trial)
  public void end() throws Exception {
    contender.close();
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public int positions() throws Exception {
    return contender.move(walks, walks.next(BATCH), BATCH);
  }
}
