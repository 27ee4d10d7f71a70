package bongsu.ops.fault;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of a command that works with a {@link FaultCity} of its own. */
public final class OwnCity {
  @Option(names = "--nodes", paramLabel = "N", description = "Nodes of the city (3).")
  private int nodes = 3;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "For the city and what is noted; it is emptied (.bongsu-fault).")
  private Path data = Path.of(".bongsu-fault");

  public int nodes() {
    return nodes;
  }

  public Path data() {
    return data.toAbsolutePath().normalize();
  }
}
