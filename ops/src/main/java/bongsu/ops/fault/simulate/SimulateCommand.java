package bongsu.ops.fault.simulate;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bongsu fault simulate}: many seeded cities in virtual time, each with its own faults. */
@Command(
    name = "simulate",
    description = "Judging and fusion under seeded faults in virtual time; needs no running city.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class SimulateCommand implements Callable<Integer> {
  @Option(names = "--seed", paramLabel = "S", description = "The first seed (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--seeds", paramLabel = "N", description = "How many (100, or all of the time).")
  private @Nullable Long seeds;

  @Option(names = "--for", paramLabel = "TIME", description = "Seeds for 90s or 10m, instead.")
  private @Nullable String time;

  @Option(
      names = "--hours",
      paramLabel = "H",
      description =
          "City hours of each (${DEFAULT-VALUE}). What is closed is forgotten after a day, so more"
              + " than 25 try that, too.")
  private double hours = 30;

  @Option(names = "--jobs", paramLabel = "N", description = "At once (one for each processor).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    require(hours > 0 && hours <= 10_000, "--hours must be above 0 and at most 10000");
    require(jobs > 0 && jobs <= 256, "--jobs must be from 1 to 256");
    require(seeds == null || seeds > 0, "--seeds must be at least 1");
    PrintWriter out = spec.commandLine().getOut();
    SimulateReport report = new SimulateReport(out, jobs);
    Seeds tried = new Seeds(Run.of(seed, hours), most(), untilNs(), report::onDone);
    tried.tryAll(jobs);
    return report.end(tried) ? 0 : 1;
  }

  private long most() {
    if (seeds != null) return seeds;
    return time == null ? 100 : Long.MAX_VALUE;
  }

  private long untilNs() {
    if (time == null) return System.nanoTime() + Long.MAX_VALUE / 2;
    require(time.matches("[0-9]{1,6}[smh]"), "--for must be like 90s or 10m");
    return System.nanoTime()
        + Duration.parse("PT" + time.toUpperCase(Locale.ROOT)).toNanos();
  }

  private void require(boolean holds, String what) {
    if (!holds) throw new ParameterException(spec.commandLine(), what);
  }
}
