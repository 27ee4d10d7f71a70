package bongsu.verticles.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentBoardTest {
  private static final Instant NOON = Instant.parse("2026-08-06T12:00:00Z");
  private final IncidentBoard board = new IncidentBoard();

  static IncidentBoard.Line open(String id, long seq) {
    return new IncidentBoard.Line(
        id, seq, NOON, null, "{\"id\":\"" + id + "\",\"seq\":" + seq + "}");
  }

  private static IncidentBoard.Line closed(String id, long seq, Instant at) {
    return new IncidentBoard.Line(id, seq, NOON, at, "{}");
  }

  private List<String> after(long since) {
    return board.after(since).stream().map(IncidentBoard.Line::id).toList();
  }

  @Test
  void anOlderSummaryNeverReplacesANewerOne() {
    assertTrue(board.on(open("A", 5)));
    assertFalse(board.on(open("A", 5)));
    assertFalse(board.on(open("A", 4)));
    assertEquals(5, board.seq());
  }

  @Test
  void whoComesBackGetsOnlyWhatChangedSince() {
    board.on(open("A", 1));
    board.on(open("B", 2));
    board.on(open("A", 3));
    assertEquals(List.of("A"), after(2));
    assertEquals(List.of("B", "A"), after(-1));
    assertEquals(List.of(), after(3));
  }

  @Test
  void whoMissedAForgottenIncidentMustStartAfresh() {
    board.on(closed("A", 4, NOON));
    board.on(open("B", 5));
    board.forget(NOON.plusSeconds(1));
    assertEquals(List.of("B"), after(-1));
    assertFalse(board.reaches(3));
    assertTrue(board.reaches(4));
  }

  @Test
  void whatTheStoreNoLongerTellsIsForgottenFromTheStart() {
    board.forgotten(7);
    assertFalse(board.reaches(6));
    assertTrue(board.reaches(7));
  }
}
