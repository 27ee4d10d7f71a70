package bongsu.ops.fault.simulate;

import bongsu.core.wire.JsonText;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bongsu fault simulate}: many seeded cities in virtual time, each with its own faults. */
@Command(
    name = "simulate",
    description = "Judging and fusion under seeded faults in virtual time; needs no running city.",
    mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
  private static final int PROGRESS_EVERY = 20;

  @Option(names = "--seed", description = "the first seed (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--seeds",
      description = "how many, one after another (default: ${DEFAULT-VALUE})")
  private int seeds = 100;

  @Option(names = "--hours", description = "city hours of each (default: ${DEFAULT-VALUE})")
  private double hours = 6;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    long beganNs = System.nanoTime();
    Tally tally = Tally.NOTHING;
    for (int done = 0; done < seeds; done++) {
      Run run = Run.of(seed + done, hours);
      Trial trial = Trial.of(run);
      tally = tally.plus(trial.tally());
      if (trial.findViolation().isPresent()) return fail(out, run, trial);
      if ((done + 1) % PROGRESS_EVERY == 0) out.println(progress(done + 1, tally, beganNs));
      out.flush();
    }
    out.println(line(tally, seeds, beganNs, Optional.empty()));
    return 0;
  }

  private Integer fail(PrintWriter out, Run run, Trial trial) {
    out.println("seed " + run.seed() + " fails: " + trial.findViolation().orElseThrow());
    Run shortest = trial.shortest();
    out.printf(
        "again, as short as it fails: ./ops/bongsu fault simulate --seed %d --seeds 1 --hours %s%n",
        run.seed(), shortest.hours());
    out.println(line(trial.tally(), 1, System.nanoTime(), Optional.of(run.seed())));
    return 1;
  }

  private String progress(int done, Tally tally, long beganNs) {
    double minutes = (System.nanoTime() - beganNs) / 60e9;
    return "%d of %d seeds, %.0f city hours, %.0f a minute"
        .formatted(done, seeds, tally.hours(), tally.hours() / minutes);
  }

  private static String line(Tally tally, int seeds, long beganNs, Optional<Long> failedSeed) {
    JsonText json = new JsonText()
        .open()
        .put("hours", tally.hours())
        .put("events", (double) tally.events())
        .put("crashes", (double) tally.crashes())
        .put("seeds", (double) seeds)
        .put("seconds", Math.round((System.nanoTime() - beganNs) / 1e8) / 10.0)
        .put("ok", failedSeed.isEmpty());
    failedSeed.ifPresent(failed -> json.put("failedSeed", (double) failed));
    return json.close().toString();
  }
}
