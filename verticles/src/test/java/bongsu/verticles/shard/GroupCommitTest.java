package bongsu.verticles.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
  private final List<List<Integer>> groups = new ArrayList<>();
  private final List<Promise<Void>> underWay = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private final GroupCommit<Integer> commit = committing(Pace.none(), this::write);

  private GroupCommit<Integer> committing(Pace pace, Function<List<Integer>, Future<Void>> write) {
    return new GroupCommit<>(3, pace, (ms, go) -> later.add(go), write, failures::add);
  }

  private Future<Void> write(List<Integer> group) {
    groups.add(group);
    underWay.add(Promise.promise());
    return underWay.get(underWay.size() - 1).future();
  }

  private void add(int... items) {
    IntStream.of(items).forEach(commit::add);
    commit.go();
  }

  @Test
  void aQuietCityPaysNoWait() {
    add(1);
    assertEquals(List.of(List.of(1)), groups);
  }

  @Test
  void whatCameMeanwhileFollowsInOrderAndInOneGroup() {
    add(1);
    add(2);
    add(3);
    assertEquals(1, groups.size(), "one commit at a time");
    underWay.get(0).complete();
    assertEquals(List.of(List.of(1), List.of(2, 3)), groups);
    assertEquals(0, commit.waiting());
  }

  @Test
  void noGroupIsLargerThanTheMost() {
    add(1, 2, 3, 4, 5);
    underWay.get(0).complete();
    underWay.get(1).complete();
    assertEquals(List.of(List.of(1, 2, 3), List.of(4, 5)), groups);
  }

  @Test
  void afterAFailureNothingMoreIsWritten() {
    add(1);
    add(2);
    underWay.get(0).fail("disk full");
    add(3);
    assertEquals(1, groups.size());
    assertEquals(1, failures.size());
  }

  @Test
  void aWriterThatThrowsHasFailed() {
    GroupCommit<Integer> broken = committing(Pace.none(), group -> {
      throw new IllegalStateException("no such table");
    });
    broken.add(1);
    broken.go();
    assertTrue(failures.get(0).getMessage().contains("no such table"));
  }

  @Test
  void theNextGroupWaitsForItsPaceUnlessItIsFull() {
    GroupCommit<Integer> paced =
        committing(new Pace(3_600_000, 0, System.nanoTime() - 1_000_000_000L), this::write);
    paced.add(1);
    paced.go();
    assertEquals(List.of(List.of(1)), groups, "the first goes at once");
    paced.add(2);
    underWay.get(0).complete();
    assertEquals(1, groups.size());
    paced.add(3);
    later.get(0).run();
    assertEquals(List.of(List.of(1), List.of(2, 3)), groups);
    IntStream.of(4, 5, 6).forEach(paced::add);
    underWay.get(1).complete();
    assertEquals(List.of(4, 5, 6), groups.get(2));
    assertEquals(1, later.size());
  }
}
