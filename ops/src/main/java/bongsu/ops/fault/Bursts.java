package bongsu.ops.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Kills of several processes, some of which are not yet back from the last one. */
final class Bursts {
  private static final long LONGEST_PAUSE_MS = 1_500;
  private static final long LONGEST_BETWEEN_MS = 400;

  private Bursts() {}

  /** Of twenty: one the launcher, and with it everything, two all nodes, three one process. */
  static List<Strike> next(Random random, int nodes) {
    int kind = random.nextInt(20);
    List<Strike> burst = kind == 0
        ? List.of(Strike.kill(0, Victim.LAUNCHER))
        : kind < 3
            ? allNodes(random, nodes)
            : kind < 6 ? List.of(one(random, nodes)) : storm(random, nodes);
    List<Strike> begun = new ArrayList<>(burst);
    begun.set(0, burst.get(0).after(random.nextLong(LONGEST_PAUSE_MS)));
    return begun;
  }

  private static Strike one(Random random, int nodes) {
    int which = random.nextInt(nodes + 1);
    return which == 0 ? Strike.kill(0, Victim.STORE) : Strike.kill(0, which);
  }

  private static List<Strike> allNodes(Random random, int nodes) {
    return IntStream.rangeClosed(1, nodes)
        .mapToObj(node -> Strike.kill(between(random), node))
        .toList();
  }

  /** One node and the store, each again and again while it starts. */
  private static List<Strike> storm(Random random, int nodes) {
    int node = 1 + random.nextInt(nodes);
    List<Strike> storm = new ArrayList<>();
    for (int i = 2 + random.nextInt(4); i > 0; i--) storm.add(Strike.kill(between(random), node));
    for (int i = 2 + random.nextInt(4); i > 0; i--)
      storm.add(Strike.kill(between(random), Victim.STORE));
    Collections.shuffle(storm, random);
    return storm;
  }

  private static long between(Random random) {
    return random.nextLong(LONGEST_BETWEEN_MS);
  }
}
