package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.postgres.ServerPair;
import bongsu.ops.postgres.StoreAddress;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A city on a PostgreSQL of its own with a synchronous standby, whose primary is lost. */
@Tag("long")
class StandbyTest {
  private static final Path DIR = Path.of("target", "city-with-standby").toAbsolutePath();

  private static ServerPair servers;
  private static RunningCity city;

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private volatile boolean sending = true;

  @BeforeAll
  static void twoServers() throws Exception {
    RunningCity.delete(DIR);
    servers = ServerPair.start(DIR);
    StoreAddress app = servers.app();
    StoreAddress owner = servers.owner();
    city = RunningCity.start(
        "city-with-standby/city",
        1,
        "nodeMemoryMb: 512\nsimulator: false\nstore:\n  host: '" + ServerPair.HOSTS
            + "'\n  port: " + app.port() + "\n  database: " + app.database() + "\n  user: "
            + app.user() + "\n  password: '" + app.password() + "'\n  ownerUser: " + owner.user()
            + "\n  ownerPassword: '" + owner.password() + "'\n",
        null);
  }

  @AfterAll
  static void stop() throws Exception {
    if (city != null) city.close();
    if (servers != null) servers.close();
  }

  @Test
  void whatWasAcknowledgedIsOnThePromotedStandby() throws Exception {
    Thread feed = new Thread(this::send);
    feed.start();
    awaitMore();
    servers.killPrimary();
    servers.promoteStandby();
    awaitMore();
    servers.reviveOldPrimary();
    awaitMore();
    sending = false;
    feed.join();
    StoreAddress promoted = at("127.0.0.2");
    Await.until("the journals to drain", () -> keptBy(promoted).containsAll(acknowledged));
    Set<String> old = keptBy(at("127.0.0.1"));
    assertTrue(old.size() < acknowledged.size(), "the server that came back gets nothing");
  }

  private void send() {
    CityClient feed = new CityClient(city, city.feed);
    while (sending) {
      JsonNode call = Events.fire(Events.unique("119"));
      if (feed.sendEvents(call).status() == 200)
        acknowledged.add(call.path("eventId").asText());
    }
  }

  private void awaitMore() {
    int before = acknowledged.size();
    Await.until("more to be acknowledged", () -> acknowledged.size() > before + 50);
  }

  private static StoreAddress at(String host) throws IOException {
    StoreAddress both = servers.app();
    return new StoreAddress(host, both.port(), both.database(), both.user(), both.password());
  }

  private static Set<String> keptBy(StoreAddress one) {
    try (Connection store = one.connect();
        Statement statement = store.createStatement();
        ResultSet rows = statement.executeQuery("select event_id from call_event")) {
      Set<String> kept = new HashSet<>();
      int count = 0;
      for (; rows.next(); count++) kept.add(rows.getString(1));
      assertEquals(count, kept.size(), "each once");
      return kept;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
