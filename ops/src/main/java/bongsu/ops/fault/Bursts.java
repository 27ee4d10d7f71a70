package bongsu.ops.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Kills of several processes, some of which are not yet back from the last one. */
final class Bursts {
  private static final long LONGEST_PAUSE_MS = 1_500;
  private static final long LONGEST_BETWEEN_MS = 200;

  private Bursts() {}

  /** Of twenty: one the launcher, and with it everything, one all nodes, two one process. */
  static List<Strike> next(Random random, int nodes) {
    int kind = random.nextInt(20);
    List<Strike> burst = new ArrayList<>();
    if (kind == 0) burst.add(Strike.kill(0, Victim.LAUNCHER));
    else if (kind < 2) burst.addAll(allNodes(random, nodes));
    else if (kind < 4) burst.add(kill(random.nextInt(nodes + 1)));
    else burst.addAll(storm(random, nodes));
    burst.set(0, burst.get(0).after(random.nextLong(LONGEST_PAUSE_MS)));
    return burst;
  }

  /** @param which 0 is the store */
  private static Strike kill(int which) {
    return which == 0 ? Strike.kill(0, Victim.STORE) : Strike.kill(0, which);
  }

  private static List<Strike> allNodes(Random random, int nodes) {
    return IntStream.rangeClosed(1, nodes)
        .mapToObj(node -> Strike.kill(between(random), node))
        .toList();
  }

  /** All but one node, mostly the first, and the store: as soon as they are there again. */
  private static List<Strike> storm(Random random, int nodes) {
    int spared = random.nextInt(6) > 0 ? 1 : 1 + random.nextInt(nodes);
    List<Strike> storm = new ArrayList<>();
    for (int i = 24 + random.nextInt(9); i > 0; i--) {
      int which = random.nextInt(nodes);
      storm.add(kill(which == spared ? nodes : which).after(between(random)));
    }
    return storm;
  }

  private static long between(Random random) {
    return random.nextLong(LONGEST_BETWEEN_MS);
  }
}
