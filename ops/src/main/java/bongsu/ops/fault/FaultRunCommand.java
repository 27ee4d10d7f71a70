package bongsu.ops.fault;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bongsu fault run}: exit code 0 only when every invariant held. */
@Command(
    name = "run",
    description = "Strikes a city of its own under load; the last line is JSON.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FaultRunCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--row", paramLabel = "N", description = "One row of fault list (any kill -9).")
  private @Nullable Integer row;

  @Option(names = "--seed", paramLabel = "S", description = "The same seed, the same strikes (1).")
  private long seed = 1;

  @Option(names = "--for", paramLabel = "TIME", description = "As 90s or 10m (2m).")
  private String time = "2m";

  @Option(names = "--strikes", paramLabel = "N", description = "End after so many strikes.")
  private int strikes = Integer.MAX_VALUE;

  @Option(names = "--rate", paramLabel = "N", description = "Events a second (2000).")
  private int rate = 2_000;

  @Mixin
  private OwnCity own = new OwnCity();

  @Override
  public Integer call() throws Exception {
    Setting setting =
        new Setting(own.data(), row(), seed, time(), strikes, rate, own.nodes(), List.of());
    var out = System.out;
    out.printf(
        "%s, seed %d, %s, %d events/s, %d nodes%n",
        setting.row().fault(), seed, time, rate, own.nodes());
    try (FaultRun run = new FaultRun(setting, out)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(run)));
      Report report = run.run();
      out.println(report.text());
      out.println(report.json());
      return report.isGreen() ? 0 : 1;
    }
  }

  private static void closeQuietly(FaultRun run) {
    try {
      run.close();
    } catch (Exception e) {
      System.err.println("the bench's city was not stopped: " + e);
    }
  }

  private Row row() {
    if (row == null) return Matrix.ANY;
    return Matrix.find(row)
        .orElseThrow(() -> new ParameterException(
            spec.commandLine(), "row " + row + " is not tried here: see fault list"));
  }

  private Duration time() {
    if (!time.matches("[0-9]{1,6}[smh]"))
      throw new ParameterException(spec.commandLine(), "--for must be like 90s or 10m");
    return Duration.parse("PT" + time.toUpperCase(java.util.Locale.ROOT));
  }
}
