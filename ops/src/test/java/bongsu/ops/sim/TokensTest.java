package bongsu.ops.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.access.Right;
import bongsu.ops.sim.model.SmallCity;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final Instant START = Instant.parse("2026-11-18T00:00:00Z");

  @Test
  void everythingSentIsAllowedByTheTokenOfItsFeed() {
    Set<String> sent = new HashSet<>();
    SmallCity.world(7, START, 60, e -> sent.add(e.origin().source() + " send:" + e.type()))
        .advanceTo(START.plusSeconds(86_400));
    Set<String> allowed = new HashSet<>();
    for (Tokens.Wish wish : Tokens.listWishes())
      for (String source : wish.sources())
        wish.rights().forEach(right -> allowed.add(source + " " + right));
    sent.removeAll(allowed);
    assertEquals(Set.of(), sent);
  }

  @Test
  void everyRightAskedForExists() {
    for (Tokens.Wish wish : Tokens.listWishes())
      for (String right : wish.rights()) assertTrue(Right.find(right).isPresent(), right);
  }

  @Test
  void aTokenThatWasNotGivenIsNamed() {
    Tokens tokens = new Tokens(Map.of("sim-119", "sim-119-2.secret"));
    assertEquals("sim-119-2", tokens.getOf("suwon-fire-119").name());
    assertEquals("sim-119-2.secret", tokens.getOf("suwon-fire-119").text());
    Exception missing =
        assertThrows(IllegalArgumentException.class, () -> tokens.getOf("suwon-police-112"));
    assertTrue(missing.getMessage().contains("sim-112"));
  }
}
