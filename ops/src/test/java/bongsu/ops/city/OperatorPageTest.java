package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An operator at the console of a running city: a call comes, is understood, worked on, closed. */
@Tag("long")
class OperatorPageTest {
  private static final RunningCity CITY = OneNodeCity.get();
  private static final Pattern HANGUL = Pattern.compile("[가-힣]");
  private static final Pattern METRES = Pattern.compile("\\d+ m");

  private final CityClient feed = new CityClient(CITY, CITY.feed);
  private final CityClient desk = new CityClient(CITY, CITY.desk);
  private Browser browser;

  @BeforeEach
  void signIn() throws Exception {
    browser = Browser.open(CITY);
    browser.signIn("admin", CITY.adminPassword(), "/console");
    browser.awaitText("#connection", "실시간");
  }

  @AfterEach
  void close() {
    browser.close();
  }

  private String send(ObjectNode call) {
    CityClient.Reply reply = feed.sendEvents(call);
    assertEquals(1, reply.json().path("accepted").asInt(), reply.text());
    return CITY.incidentOf(call.path("receiptNo").asText());
  }

  private static String row(String incidentId) {
    return "#queue-list [id='row-" + incidentId + "']";
  }

  @Test
  void aCallIsFollowedFromTheQueueToItsClose() {
    browser.page.waitForCondition(() -> browser.pointsDrawnOnMap() > 100_000);
    ObjectNode call = Events.at(37.2665, 127.0255, Events.fire(Events.unique("119")));
    String id = send(call.put("narrative", "3층에서 연기"));
    browser.awaitText(row(id), "화재");
    browser.awaitText(row(id), "확인 대기");
    ObjectNode second = Events.fireToPolice(Events.unique("112"));
    assertEquals(id, send(Events.at(37.2665, 127.02595, second)), "the same fire 40 m away");
    browser.awaitText(row(id) + " .agency-112", "112 1건");
    browser.page.click(row(id));
    understand();
    judgeAndNote();
    finish(id);
    assertEquals(1, browser.lives.size(), "all came over one live connection");
    browser.assertNoTrouble();
  }

  private void understand() {
    browser.awaitText(".panel .card", "3층에서 연기");
    browser.awaitText(".panel .evidence", "이 기록이 사건을 열었습니다");
    String why = browser.text(".panel .evidence summary");
    assertTrue(METRES.matcher(why).find() && HANGUL.matcher(why).find(), why);
    assertTrue(browser.page.locator(".timeline li").count() >= 2, "opened, joined");
  }

  /** By keyboard, as the room does. */
  private void judgeAndNote() {
    browser.page.focus(".panel-body");
    browser.page.keyboard().press("KeyV");
    browser.page.click("[data-act=verify-true]");
    browser.awaitText(".timeline li", "정탐");
    browser.page.keyboard().press("KeyA");
    browser.awaitText(".panel-head .tag", "정탐");
    browser.page.keyboard().press("KeyN");
    browser.page.fill("[data-act=note-text]", "관리사무소와 통화");
    browser.page.keyboard().press("Control+Enter");
    browser.awaitText(".timeline li", "관리사무소와 통화");
  }

  private void finish(String id) {
    browser.page.keyboard().press("KeyC");
    browser.page.click("[data-act=close-send]");
    browser.awaitText(".panel-head .tag", "종결");
    browser.awaitGone(row(id));
    browser.page.click("#filter-closed");
    browser.awaitText(row(id), "종결");
    JsonNode kept = desk.detail(id);
    assertEquals("closed", kept.path("state").asText());
    assertEquals("true", kept.path("verdict").asText());
    assertTrue(kept.path("acknowledged").asBoolean());
  }

  @Test
  void theWholePageFollowsTheLanguage() {
    String id = send(Events.at(37.3005, 127.0105, Events.fire(Events.unique("119"))));
    browser.page.click(row(id));
    browser.awaitText(".panel h3", "경과 기록");
    browser.page.click("#language [lang=en]");
    browser.awaitText(".panel h3", "Timeline");
    assertEquals("en", browser.page.getAttribute("html", "lang"));
    for (String part : List.of(".queue-head", row(id), ".hint", ".layers", ".status", ".panel"))
      assertFalse(HANGUL.matcher(browser.text(part)).find(), browser.text(part));
    browser.page.click("#language [lang=ko]");
    browser.awaitText(".panel h3", "경과 기록");
    browser.assertNoTrouble();
  }
}
