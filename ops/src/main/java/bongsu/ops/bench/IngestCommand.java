package bongsu.ops.bench;

import bongsu.core.event.Quantity;
import bongsu.core.wire.WireEnum;
import bongsu.ops.bench.IngestBench.Outcome;
import bongsu.ops.bench.IngestBench.Plan;
import bongsu.ops.client.CityOptions;
import bongsu.ops.launch.LaunchException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bongsu bench ingest}: sensor readings over MQTT and HTTP, and alarms to a live screen. */
@Command(
    name = "ingest",
    description = {
      "Sends sensor readings of about 200 bytes over MQTT QoS 1, rules on, and tells how many are"
          + " accepted, how long acknowledgements take, and how long until a reading that raises an"
          + " alarm shows on a live screen. Then looks for the highest rate held, and sends batches"
          + " over HTTP. Latencies count from when an event should have been sent.",
      "All its events are exercises (훈련). Ends with one line of JSON."
    },
    mixinStandardHelpOptions = true)
public final class IngestCommand implements Callable<Integer> {
  @Mixin
  private CityOptions city = new CityOptions();

  @Option(
      names = "--mqtt",
      paramLabel = "HOST:PORT",
      description = "The city's MQTT address (default: as --data says, else localhost:1883).")
  private @Nullable String mqtt;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "A token that may send:SensorReading for the source and read:live"
          + " (default: one is made, if the city runs on this machine, and revoked at the end).")
  private @Nullable String token;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "The source of the readings (default: ${DEFAULT-VALUE}).")
  private String source = "bench";

  @Option(names = "--connections", description = "MQTT connections (default: ${DEFAULT-VALUE}).")
  private int connections = 200;

  @Option(
      names = "--in-flight",
      description = "Unacknowledged messages of a connection at most (default: ${DEFAULT-VALUE}).")
  private int inFlight = 250;

  @Option(
      names = "--rates",
      split = ",",
      description = "Events a second to offer (default: 1000,5000,20000).")
  private List<Double> rates = List.of(1_000.0, 5_000.0, 20_000.0);

  @Option(names = "--seconds", description = "For each rate (default: ${DEFAULT-VALUE}).")
  private double seconds = 20;

  @Option(
      names = "--hold",
      description = "Seconds for which the highest rate must be held, 0 for no search"
          + " (default: ${DEFAULT-VALUE}).")
  private double holdSeconds = 60;

  @Option(names = "--short", description = "A few seconds only, to see that it works.")
  private boolean isShort;

  @Option(
      names = "--alarm-quantity",
      description = "Of the readings that alarm (default: waterDepthM).")
  private String quantity = "waterDepthM";

  @Option(
      names = "--raise",
      description = "A value that raises at once, 0.00 to 9.99 (default: ${DEFAULT-VALUE}).")
  private double raise = 0.9;

  @Option(
      names = "--calm",
      description = "A value that clears at once, 0.00 to 9.99 (default: ${DEFAULT-VALUE}).")
  private double calm;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    String run = Long.toString(System.currentTimeMillis(), 36);
    if (token != null) return run(run, token);
    if (city.findPorts().isEmpty())
      throw new LaunchException(
          "no city runs on " + city.data() + ", so a token is needed; make one"
              + " where it runs with  ./ops/bongsu token create --name bench --source " + source
              + " --may send:SensorReading --may read:live  and give it with --token");
    try (BenchToken own = BenchToken.create(city.data(), source, run)) {
      return run(run, own.text());
    }
  }

  private int run(String run, String withToken) throws Exception {
    CityTime cityTime = new CityTime();
    AlarmSubjects.Level level = level();
    AlarmSubjects alarms = new AlarmSubjects(source, run, level);
    Telemetry telemetry = new Telemetry(source, run);
    URI url = city.url();
    try (LiveWatch live = LiveWatch.open(url, withToken, alarms, cityTime);
        MqttLoad load =
            new MqttLoad(mqttAddress(), withToken, inFlight, telemetry, alarms, level, cityTime)) {
      load.connect(connections);
      HttpLoad http = new HttpLoad(url, withToken, source, run, cityTime);
      measure(load, http, alarms, telemetry);
      if (!live.ended().isEmpty())
        throw new LaunchException(
            "the live screen was lost, so times to it are missing: " + live.ended());
      return 0;
    }
  }

  private void measure(MqttLoad load, HttpLoad http, AlarmSubjects alarms, Telemetry telemetry)
      throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    IngestTable table = new IngestTable(out);
    Map<String, Double> rssBeforeMb = CostMeter.rssMb(city.data());
    table.head();
    Outcome outcome = new IngestBench(load, http, alarms, city.data(), plan(), table::phase).run();
    table.end(outcome.held(), outcome.http());
    Map<String, Double> rssAfterMb = CostMeter.rssMb(city.data());
    table.memory(rssBeforeMb, outcome.phases().get(0).rssMb(), rssAfterMb);
    IngestFigures figures = new IngestFigures(
        connections,
        telemetry.eventBytes(),
        Runtime.getRuntime().availableProcessors(),
        outcome.phases(),
        outcome.held() == null ? 0 : outcome.held().offeredPerS(),
        outcome.held() == null ? 0 : outcome.held().seconds(),
        outcome.http(),
        rssBeforeMb,
        rssAfterMb);
    out.println(new ObjectMapper().writeValueAsString(figures));
    out.flush();
  }

  private Plan plan() {
    if (isShort) return new Plan(0, List.of(rates.get(0)), 3, 0);
    return new Plan(1.5 * seconds, rates, seconds, holdSeconds);
  }

  private AlarmSubjects.Level level() {
    Quantity of = WireEnum.of(Quantity.class)
        .find(quantity)
        .orElseThrow(() -> wrong(
            "--alarm-quantity must be one of " + WireEnum.of(Quantity.class).allowed()));
    return new AlarmSubjects.Level(of, raise, calm);
  }

  private InetSocketAddress mqttAddress() {
    if (mqtt == null)
      return city.findPorts()
          .map(ports -> new InetSocketAddress(ports.host(), ports.mqttPort()))
          .orElse(new InetSocketAddress("localhost", 1883));
    int colon = mqtt.lastIndexOf(':');
    if (colon < 1 || !mqtt.substring(colon + 1).matches("\\d{1,5}"))
      throw wrong("--mqtt must be HOST:PORT, was " + mqtt);
    return new InetSocketAddress(
        mqtt.substring(0, colon), Integer.parseInt(mqtt.substring(colon + 1)));
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
