package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.city.Browser.Live;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the pages of a running city say when a feed sends nonsense or the node is lost. */
@Tag("long")
class PageTroubleTest {
  private static final RunningCity CITY = OneNodeCity.get();

  private final CityClient feed = new CityClient(CITY, CITY.feed);
  private Browser browser;

  @BeforeEach
  void open() {
    browser = Browser.open(CITY);
  }

  @AfterEach
  void close() {
    browser.close();
  }

  @Test
  void aBadEventIsOnTheAdminPageWithItsBeginningButNothingPersonal() throws Exception {
    String receiptNo = Events.unique("119");
    ObjectNode bad = Events.fire(receiptNo).put("phone", "010-7777-8888").put("callType", "ufo");
    assertEquals(400, feed.sendEvents(bad).status());
    browser.signIn("admin", CITY.adminPassword(), "/admin");
    browser.awaitText("#counts tr", "callType");
    browser.awaitText("#last tr", receiptNo);
    String shown = browser.text("#last");
    assertFalse(shown.contains("7777"), shown);
    browser.assertNoTrouble();
  }

  @Test
  void aPageThatLosesItsNodeSaysSoAndGoesOnWhereItWas() throws Exception {
    browser.signIn("admin", CITY.adminPassword(), "/console");
    browser.awaitText("#connection", "실시간");
    String before = openFire(37.2405);
    browser.awaitText(row(before), "화재");
    browser.assertNoTrouble();
    CITY.processes.kill("node-1");
    browser.awaitText(".banner-cut", "연결이 끊겼습니다");
    browser.awaitText("#connection", "연결 끊김");
    assertTrue(browser.page.isVisible(row(before)), "the last picture stays");
    String meanwhile = openFire(37.2905);
    browser.awaitText(row(meanwhile), "화재");
    browser.awaitGone(".banner-cut");
    isResumed(browser.lives.get(browser.lives.size() - 1));
  }

  private static String row(String incidentId) {
    return "#queue-list [id='row-" + incidentId + "']";
  }

  /** Sends it until a node takes it. */
  private String openFire(double latDeg) {
    String receiptNo = Events.unique("119");
    ObjectNode call = Events.at(latDeg, 127.0605, Events.fire(receiptNo));
    Await.until("a node to take the call", () -> feed.sendEvents(call).status() == 200);
    return CITY.incidentOf(receiptNo);
  }

  private static void isResumed(Live live) throws Exception {
    long since = CityClient.JSON.readTree(live.said().get(0)).path("since").asLong();
    JsonNode snapshot = CityClient.JSON.readTree(live.heard().get(0));
    assertTrue(since > 0, live.said().get(0));
    assertTrue(snapshot.path("resumed").asBoolean(), "resumed");
    for (JsonNode incident : snapshot.path("incidents"))
      assertTrue(incident.path("seq").asLong() > since, "only what was missed");
  }
}
