package bongsu.ops.fault;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The faults that the bench knows; adding one is adding its row here. */
final class Matrix {
  private static final long LONGEST_PAUSE_MS = 3_000;

  /** Without a row: several processes at once, while others are not back yet. */
  static final Row ANY = new Row(
      0,
      "kill -9 of any processes",
      "nothing lost, nothing doubled",
      Bursts::next,
      false,
      Long.MAX_VALUE);

  static final List<Row> ROWS = List.of(
      Row.of(
          1,
          "kill -9 of a node that takes in",
          "senders resend, no duplicates",
          (random, nodes) -> Strike.kill(pause(random), Victim.SHARD_OWNER)),
      Row.of(
          2,
          "kill -9 of fusion's owner",
          "taken over in 5 s, nothing missed",
          (random, nodes) -> Strike.kill(pause(random), Victim.CITY_OWNER)),
      Row.of(
          3,
          "PostgreSQL killed, started again",
          "nothing acknowledged is lost",
          (random, nodes) -> Strike.kill(pause(random), Victim.STORE)),
      Row.of(
              4,
              "PostgreSQL away for 10-30 s",
              "acknowledged all the time, then caught up",
              (random, nodes) ->
                  Strike.freeze(pause(random), Victim.STORE, 10_000 + random.nextInt(20_000)))
          .withGapUpTo(5_000),
      Row.of(
          10,
          "an owner frozen, then thawed",
          "its late writes are refused",
          (random, nodes) -> Strike.freeze(
              pause(random),
              random.nextBoolean() ? Victim.CITY_OWNER : Victim.SHARD_OWNER,
              5_000 + random.nextInt(5_000))),
      Row.of(
              11,
              "nodes leave and join under load",
              "no pause above 2 s",
              (random, nodes) ->
                  new Strike(pause(random), Deed.STOP, Victim.NODE, 1 + random.nextInt(nodes), 0))
          .withGapUpTo(2_000),
      Row.of(
              12,
              "duplicates and disorder, while nodes are killed",
              "the same incidents",
              (random, nodes) -> Strike.kill(pause(random), Victim.SHARD_OWNER))
          .withDisorder());

  private Matrix() {}

  private static long pause(Random random) {
    return 500 + random.nextLong(LONGEST_PAUSE_MS);
  }

  static Optional<Row> find(int number) {
    return ROWS.stream().filter(row -> row.number() == number).findFirst();
  }
}
