package bongsu.verticles.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private final FakeScreen page = new FakeScreen();
  private final Picture picture = new Picture(id -> Optional.empty(), () -> {});
  private final Screen screen = new Screen(page.socket(), everything(), 0);

  private static Watch everything() {
    return Watch.parse(new JsonObject());
  }

  private static long seconds(long s) {
    return 1 + TimeUnit.SECONDS.toNanos(s);
  }

  @Test
  void oneThatTakesNothingForHalfAMinuteIsClosed() {
    page.slow = true;
    assertFalse(screen.reads(seconds(0)));
    assertFalse(screen.reads(seconds(29)));
    assertEquals(0, page.closedWith);
    assertFalse(screen.reads(seconds(31)));
    assertEquals(1013, page.closedWith);
  }

  @Test
  void oneThatReadsNowAndThenIsPatientlyServed() {
    for (int s = 0; s < 300; s += 20) {
      page.slow = true;
      screen.reads(seconds(s));
      page.slow = false;
      assertTrue(screen.reads(seconds(s + 10)));
    }
    assertEquals(0, page.closedWith);
  }

  @Test
  void aNewViewIsToldWithAllThatIsInIt() {
    picture.on(PictureTest.unit("PUMP-11", 1, 127.0));
    picture.on(PictureTest.unit("LADDER-2", 1, 128.0));
    long ended = picture.tick();
    screen.toldAllBefore(ended);
    assertEquals(2, screen.untold(picture, picture.endTick(), ended).size());
    screen.toldAllBefore(picture.tick());
    assertEquals(List.of(), screen.untold(picture, List.of(), picture.tick()));
    screen.watch(Watch.parse(new JsonObject("{\"bbox\":[126.9,37.0,127.1,38.0]}")));
    List<Picture.Shown> told = screen.untold(picture, List.of(), picture.tick());
    assertEquals(List.of("PUMP-11"), told.stream().map(s -> s.thing().id()).toList());
  }
}
