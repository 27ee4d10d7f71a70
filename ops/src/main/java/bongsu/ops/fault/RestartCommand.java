package bongsu.ops.fault;

import static java.util.Objects.requireNonNull;

import bongsu.ops.launch.LaunchException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bongsu fault restart}: how soon a city with much in its store serves again. */
@Command(
    name = "restart",
    description = {
      "Fills a city of its own over MQTT, stops it in order and starts it again, then kills all of"
          + " it and starts it again. It is ready when all nodes serve, and works when a call sent"
          + " then is an incident. The last line is JSON."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RestartCommand implements Callable<Integer> {
  private static final int FILL_S = 20;
  private static final int FILL_RATE = 40_000;
  private static final long JUDGED_MS = 600_000;
  private static final String STORED = "select coalesce(sum(seq), 0) from"
      + " (select max(seq) as seq from event group by shard) last";
  private static final String UNJUDGED = "select count(*) from (select shard, max(seq) as seq"
      + " from event group by shard) last join shard_checkpoint using (shard) where judged_seq < seq";

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--events", paramLabel = "N", description = "In the store at least (5000000).")
  private long events = 5_000_000;

  @Mixin
  private OwnCity own = new OwnCity();

  @Override
  public Integer call() throws Exception {
    try (FaultCity city = new FaultCity(own.data(), own.nodes(), List.of())) {
      city.start();
      fill(city);
      ObjectNode json = new ObjectMapper().createObjectNode();
      json.put("events", number(city, STORED)).put("nodes", own.nodes());
      ClientLog log = new ClientLog(city.work().resolve("probe.log"));
      try (Prober prober = new Prober(city, log, new LoadStats(), 0)) {
        city.stop();
        measure(city, prober, json, "afterStop");
        city.kill();
        measure(city, prober, json, "afterKill");
      }
      System.out.println(json);
    }
    return 0;
  }

  private void fill(FaultCity city) throws Exception {
    while (number(city, STORED) < events) {
      int failed = ingest(spec)
          .execute(
              "--data=" + city.data(), "--rates=" + FILL_RATE, "--seconds=" + FILL_S, "--hold=0");
      if (failed != 0) throw new LaunchException("the city could not be filled");
    }
    if (!Patience.until(JUDGED_MS, () -> number(city, UNJUDGED) == 0))
      throw new LaunchException("not everything was judged in " + JUDGED_MS / 1_000 + " s");
  }

  /**
   * {@code bongsu bench ingest}, by its name as the bench's own city is of this package, and a
   * new one: a command line cannot be entered again while it runs.
   */
  static CommandLine ingest(CommandSpec spec) {
    CommandLine bench = requireNonNull(spec.root().subcommands().get("bench"));
    CommandLine known = requireNonNull(bench.getSubcommands().get("ingest"));
    return new CommandLine(known.getCommandSpec().userObject().getClass());
  }

  private static void measure(FaultCity city, Prober prober, ObjectNode json, String when)
      throws Exception {
    long startedNs = System.nanoTime();
    city.start();
    long readyMs = (System.nanoTime() - startedNs) / 1_000_000;
    long worksMs = prober.probe(startedNs).orElseThrow();
    System.out.printf(
        "  %s: ready in %d ms, a call an incident in %d ms%n", when, readyMs, worksMs);
    json.putObject(when).put("readyMs", readyMs).put("worksMs", worksMs);
  }

  private static long number(FaultCity city, String sql) throws SQLException {
    try (Connection store = city.store();
        ResultSet row = store.createStatement().executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
