package bongsu.ops.bench;

import bongsu.ops.fault.OwnCity;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bongsu bench outage}: how long a city needs after its store was away. */
@Command(
    name = "outage",
    description = {
      "Starts a city of its own, puts load on it, kills its PostgreSQL for a while, and tells how"
          + " calls were acknowledged meanwhile and how long the journals take to drain afterwards,"
          + " while the load goes on. Ends with one line of JSON."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class OutageCommand implements Callable<Integer> {
  @Option(names = "--for", paramLabel = "TIME", description = "As 90s or 5m (5m).")
  private String time = "5m";

  @Option(names = "--rate", paramLabel = "N", description = "Readings a second (2000).")
  private int rate = 2_000;

  @Mixin
  private OwnCity own = new OwnCity();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    OutageBench.Plan plan = new OutageBench.Plan(own.data(), duration(), rate, own.nodes());
    OutageFigures figures = new OutageBench(plan, spec.commandLine().getOut()).run();
    spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(figures));
    return figures.lost() == 0 ? 0 : 1;
  }

  private Duration duration() {
    try {
      return Duration.parse("PT" + time.toUpperCase(Locale.ROOT));
    } catch (java.time.format.DateTimeParseException e) {
      throw new ParameterException(
          spec.commandLine(), "--for must be a time as 90s or 5m, was " + time, e);
    }
  }
}
