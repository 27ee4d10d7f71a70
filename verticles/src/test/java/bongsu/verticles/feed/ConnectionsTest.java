package bongsu.verticles.feed;

import static bongsu.verticles.feed.Connections.Answer.NODE_FULL;
import static bongsu.verticles.feed.Connections.Answer.TOKEN_FULL;
import static bongsu.verticles.feed.Connections.Answer.WELCOME;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ConnectionsTest {
  private final Connections connections = new Connections(3, 2);

  @Test
  void aTokenHasItsShareAndTheNodeItsMost() {
    assertEquals(WELCOME, connections.enter("avl"));
    assertEquals(WELCOME, connections.enter("avl"));
    assertEquals(TOKEN_FULL, connections.enter("avl"));
    assertEquals(WELCOME, connections.enter("water"));
    assertEquals(NODE_FULL, connections.enter("bells"));
    assertEquals(3, connections.open());
  }

  @Test
  void whoLeavesMakesRoom() {
    connections.enter("avl");
    connections.enter("avl");
    connections.leave("avl");
    assertEquals(WELCOME, connections.enter("avl"));
  }
}
