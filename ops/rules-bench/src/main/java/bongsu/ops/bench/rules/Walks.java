package bongsu.ops.bench.rules;

import java.util.SplittableRandom;

/**
 * Where many things are, second by second: patrol cars, buses, people. Each goes its way at 1 to 20
 * m/s, turning now and then, and walks back the same way after {@link #SECONDS}, so that there is no
 * jump. In each second they report in the same, mixed order. The same every time.
 */
final class Walks {
  static final int SECONDS = 20;

  /** The things in the order in which they report. */
  final int[] things;

  /** By second and then by place in that order, metres. */
  final double[] xM;

  final double[] yM;
  private int at;
  private int step = 1;

  Walks(int count) {
    SplittableRandom random = new SplittableRandom(7);
    things = mixed(count, random);
    xM = new double[SECONDS * count];
    yM = new double[SECONDS * count];
    for (int i = 0; i < count; i++) walk(i, count, random);
  }

  private static int[] mixed(int count, SplittableRandom random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  private void walk(int i, int count, SplittableRandom random) {
    double x = random.nextDouble(Fences.WIDE_M);
    double y = random.nextDouble(Fences.HIGH_M);
    double speedMps = random.nextDouble(1, 20);
    double heading = random.nextDouble(2 * Math.PI);
    for (int second = 0; second < SECONDS; second++) {
      xM[second * count + i] = x;
      yM[second * count + i] = y;
      if (random.nextInt(10) == 0) heading += random.nextDouble(-1.5, 1.5);
      x += speedMps * Math.cos(heading);
      y += speedMps * Math.sin(heading);
    }
  }

  /** Where the next batch of this size begins in {@link #xM}; seconds hold whole batches. */
  int next(int batch) {
    int from = at;
    at += batch;
    if (at % things.length == 0) at = turn(at / things.length - 1) * things.length;
    return from;
  }

  /** The second after this one, there and back. */
  private int turn(int second) {
    if (second + step < 0 || second + step >= SECONDS) step = -step;
    return second + step;
  }

  /** Where in {@link #things} a batch begins. */
  int place(int from) {
    return from % things.length;
  }
}
