package bongsu.ops.fault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a run is to be.
 *
 * @param dir for the city and the clients' files; emptied
 * @param row which faults
 * @param seed of the faults and of the load's disorder
 * @param time in which faults are done
 * @param mostStrikes after which it ends, whatever the time
 * @param ratePerS events a second, over all clients
 * @param before put in front of the class path of launcher and nodes
 */
record Setting(
    Path dir,
    Row row,
    long seed,
    Duration time,
    int mostStrikes,
    int ratePerS,
    int nodes,
    List<Path> before) {
  Setting {
    before = List.copyOf(before);
  }
}
