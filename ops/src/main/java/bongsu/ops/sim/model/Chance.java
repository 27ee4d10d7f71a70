package bongsu.ops.sim.model;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance of one stream of the simulation. Every stream has its own, so that more calls do not change
 * the weather. Everything is made of {@code nextLong}, the same on every Java.
 */
public final class Chance {
  private final SplittableRandom random;

  private Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  /** @param stream names the stream; two names are two independent streams */
  public static Chance of(long seed, String stream) {
    long hash = seed;
    for (int i = 0; i < stream.length(); i++) hash = hash * 0x100000001B3L + stream.charAt(i);
    return new Chance(hash);
  }

  /** From 0 to below 1. */
  public double unit() {
    return (random.nextLong() >>> 11) * 0x1.0p-53;
  }

  /** From {@code min} to below {@code max}. */
  public double between(double min, double max) {
    return min + unit() * (max - min);
  }

  /** From 0 to {@code bound} − 1. */
  public int below(int bound) {
    return (int) (unit() * bound);
  }

  public boolean happens(double probability) {
    return unit() < probability;
  }

  /** Normal with mean 0 and deviation 1 (Box and Muller). */
  public double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * StrictMath.PI * unit());
  }

  /** Waiting time of something that happens on average every {@code meanS} seconds. */
  public double waitS(double meanS) {
    return -meanS * StrictMath.log(1 - unit());
  }

  /** Around a median, skewed to the long side as durations are: log-normal with that spread. */
  public double around(double median, double spread) {
    return median * StrictMath.exp(spread * normal());
  }

  public <T> T pick(List<T> from) {
    return from.get(below(from.size()));
  }

  /** The index chosen with the probability of its weight. */
  public int weighted(double[] weights) {
    double left = unit() * java.util.Arrays.stream(weights).sum();
    int i = 0;
    while (i < weights.length - 1 && (left -= weights[i]) >= 0) i++;
    return i;
  }
}
