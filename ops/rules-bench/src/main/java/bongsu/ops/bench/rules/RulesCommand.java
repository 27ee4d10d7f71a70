package bongsu.ops.bench.rules;

import bongsu.ops.bench.Measurement;
import bongsu.ops.bench.rules.Contender.Way;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bongsu bench rules}: fences beside what a city would otherwise use. */
@Command(
    name = "rules",
    description = {
      "Measures on one thread how many positions a second are judged against 1 000 fences, beside"
          + " JTS, Drools and PostGIS over the same fences and positions; first that all find the"
          + " same. Takes some five minutes. Ends with one line of JSON."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class RulesCommand implements Measurement {
  @Option(names = "--seconds", paramLabel = "N", description = "Of measuring each (10).")
  private int seconds = 10;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "WAY",
      description = "bongsu, prepared, naive, drools, postgisRows, postgisBatch (all).")
  private List<String> only = List.of();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Optional<Path> postgis = PostgisServer.findPrograms();
    List<Way> ways = ways(out, postgis.isPresent());
    Map<String, Object> figures = new LinkedHashMap<>();
    try (PostgisServer server = ways.stream().anyMatch(Way::needsPostgis)
        ? PostgisServer.start(postgis.orElseThrow())
        : null) {
      if (server != null) System.setProperty(PostgisContender.ADDRESS, server.address());
      SameAnswers.require(ways, out);
      new Comparison(ways, seconds, out).measure(figures);
    }
    if (ways.contains(Way.BONGSU)) GridCosts.measure(figures, out);
    out.println(new ObjectMapper().writeValueAsString(figures));
    return 0;
  }

  private List<Way> ways(PrintWriter out, boolean hasPostgis) {
    List<Way> wanted;
    try {
      wanted =
          only.isEmpty() ? List.of(Way.values()) : only.stream().map(Way::of).toList();
    } catch (IllegalArgumentException e) {
      String all =
          String.join(", ", Arrays.stream(Way.values()).map(way -> way.key).toList());
      throw new ParameterException(spec.commandLine(), e.getMessage() + "; there are " + all, e);
    }
    if (hasPostgis || wanted.stream().noneMatch(Way::needsPostgis)) return wanted;
    out.println("PostGIS is left out: install Debian's postgresql-postgis to have it too");
    return wanted.stream().filter(way -> !way.needsPostgis()).toList();
  }
}
