package bongsu.ops.fault;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Carries out a schedule: strikes, and asks after each how long until the city works again. */
final class Strikes {
  private static final long ALONE_MS = 60_000;
  private static final long OF_MANY_MS = 100;

  private final FaultCity city;
  private final Setting setting;
  private final Prober prober;
  private final Report report;
  private final Findings findings;
  private final PrintStream out;
  private final Striker striker;

  /** What was struck, and the process it was. */
  private record Struck(Strike strike, ProcessHandle process) {}

  Strikes(FaultCity city, Setting setting, Prober prober, Report report, PrintStream out) {
    this.city = city;
    this.setting = setting;
    this.prober = prober;
    this.report = report;
    this.findings = report.findings();
    this.out = out;
    this.striker = new Striker(city);
  }

  /** Until the time or the number of strikes is over, or something broke. */
  void run() throws Exception {
    Random random = new Random(setting.seed());
    long endNs = System.nanoTime() + setting.time().toNanos();
    while (System.nanoTime() < endNs
        && report.strikes() < setting.mostStrikes()
        && findings.isEmpty()) strike(setting.row().schedule().next(random, setting.nodes()));
  }

  private void strike(List<Strike> burst) throws Exception {
    Set<String> owners = new HashSet<>(city.owners());
    List<Struck> struck = new ArrayList<>();
    long patienceMs = burst.size() == 1 ? ALONE_MS : OF_MANY_MS;
    for (Strike strike : burst) {
      TimeUnit.MILLISECONDS.sleep(strike.pauseMs());
      striker
          .strike(strike, patienceMs)
          .filter(process -> struck.stream().noneMatch(one -> one.process.equals(process)))
          .ifPresent(process -> struck.add(new Struck(strike, process)));
    }
    if (struck.isEmpty()) return;
    long sinceNs = System.nanoTime();
    CompletableFuture<OptionalLong> probe = CompletableFuture.supplyAsync(
        () -> probe(sinceNs), task -> new Thread(task, "probe").start());
    for (Struck one : struck) striker.heal(one.strike, one.process);
    onProbed(struck.stream().map(Struck::strike).toList(), owners, probe.get());
  }

  private void onProbed(List<Strike> struck, Set<String> owners, OptionalLong ms) {
    out.println("  " + struck + ": a new call is an incident after "
        + (ms.isPresent() ? ms.getAsLong() + " ms" : "no time that could be waited"));
    findings.require(ms.isPresent(), "liveness", "no incident after " + struck);
    struck.forEach(strike -> owners.remove("node-" + strike.node()));
    boolean takenOver = struck.stream().allMatch(strike -> strike.victim().isNode())
        && owners.size() > (struck.get(0).node() == 0 ? 1 : 0);
    report.onStrikes(struck, takenOver, ms);
  }

  private OptionalLong probe(long sinceNs) {
    try {
      return prober.probe(sinceNs);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
