package bongsu.ops.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** All load clients of a run: four over MQTT, two over HTTP, and the prober. */
final class Load implements AutoCloseable {
  private static final int CLIENTS = 6;
  private static final int OVER_MQTT = 4;
  private static final long SETTLED_MS = 90_000;

  final LoadStats stats = new LoadStats();
  final Prober prober;
  private final FaultCity city;
  private final Path logs;
  private final List<LoadClient> clients = new ArrayList<>();

  Load(FaultCity city, Setting setting) throws IOException {
    this.city = city;
    this.logs = Files.createDirectories(city.work().resolve("clients"));
    prober = new Prober(city, new ClientLog(log(Prober.SOURCE)), stats, CLIENTS);
    for (int i = 0; i < CLIENTS; i++) clients.add(client(i, setting));
  }

  private LoadClient client(int number, Setting setting) throws IOException {
    String source = "load-" + number;
    String token = city.token(source, java.util.Set.of(source));
    boolean mqtt = number < OVER_MQTT;
    boolean disorder = setting.row().disorder();
    LoadClient.Manners manners = new LoadClient.Manners(
        (double) setting.ratePerS() / CLIENTS, disorder ? 0.3 : 0.02, disorder, !mqtt);
    return new LoadClient(
        new Events(source, number),
        new ClientLog(log(source)),
        stats,
        manners,
        new Random(setting.seed() * 31 + number),
        told -> mqtt
            ? new MqttFeed(city.mqtt(), source, token, told)
            : new HttpFeed(city.url().resolve("/api/v1/events"), token, told));
  }

  private Path log(String source) {
    return logs.resolve(source + ".log");
  }

  void start() {
    clients.forEach(LoadClient::start);
  }

  /** Ends what they send; answers whether every one of them got its last answer. */
  boolean end() throws InterruptedException {
    clients.forEach(LoadClient::end);
    return Patience.until(SETTLED_MS, () -> clients.stream().allMatch(LoadClient::isDone));
  }

  /** Closes the clients and reads their files, by source. */
  Map<String, Ledger> ledgers() throws Exception {
    close();
    Map<String, Ledger> ledgers = new TreeMap<>();
    ledgers.put(Prober.SOURCE, Ledger.read(log(Prober.SOURCE)));
    for (int i = 0; i < CLIENTS; i++) ledgers.put("load-" + i, Ledger.read(log("load-" + i)));
    return ledgers;
  }

  @Override
  public void close() throws Exception {
    for (LoadClient client : clients) client.close();
    clients.clear();
    prober.close();
  }
}
