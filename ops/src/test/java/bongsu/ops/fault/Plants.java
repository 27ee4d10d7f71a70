package bongsu.ops.fault;

import static bongsu.ops.fault.Plant.in;
import static bongsu.ops.fault.Plant.inOwner;

import java.util.List;

/** The bugs by which the checker is proved; adding one is adding it here. */
final class Plants {
  private static final String ON_NODE_2 =
      "System.getProperty(\"bongsu.log\", \"\").contains(\"node-2\")";
  private static final Plant.Edit NO_EPOCH =
      in("cluster/Lease", "and epoch = $2 for", "and $2::bigint > 0 for");

  static final List<Plant> ALL = List.of(
      Plant.of(
          "acknowledge before commit",
          1,
          in(
              "shard/ShardVerticle",
              "    Parcel parcel = waiting.parcel();\n    if (Pressure",
              "    Parcel parcel = waiting.parcel();\n    waiting.settle(Outcome.ACCEPTED);\n    if (Pressure")),
      Plant.of(
          "another unique key",
          1,
          in(
              "shard/EventTable",
              "eventIds[i] = parcel.event().origin().eventId();",
              "eventIds[i] = parcel.event().origin().eventId() + \"-\" + seqs[i];")),
      Plant.of("no epoch check", 10, NO_EPOCH),
      Plant.of(
          "no renewal check, the zombie goes on",
          10,
          NO_EPOCH,
          in(
              "cluster/LeaseKeeper",
              "if (!still.contains(lease)) stops",
              "if (lease.epoch() < 0) stops"),
          in(
              "cluster/LeaseKeeper",
              "    owners.know(Map.of(), owners.nodes(), owners.shards());\n",
              "    if (stopping || !stopping) return;\n")),
      Plant.of(
          "hints only, and half of them lost",
          1,
          in("fuse/FusionVerticle", "vertx.setPeriodic(POLL_MS, poll -> go());", ""),
          in(
              "shard/ShardVerticle",
              "vertx.eventBus().publish(Address.CITY_HINTED",
              "if (lease.shard() % 2 == 0) vertx.eventBus().publish(Address.CITY_HINTED")),
      Plant.of(
          "checkpoint ahead of its judgements",
          1,
          inOwner(
              "ShardWork",
              "ShardEntry.Checkpoint(judgedSeq,",
              "ShardEntry.Checkpoint(judgedSeq + 2000,")),
      Plant.of(
          "cursor advanced before the commit",
          2,
          in(
              "fuse/FusionVerticle",
              "return log.commit(turn, work.cursors(), work.judgeState())",
              """
              return setting.store().city().preparedQuery(
                  "update fusion_checkpoint set call_seqs = $1::bigint[], judgement_seqs = $2::bigint[]")
                .execute(io.vertx.sqlclient.Tuple.of(
                    work.cursors().calls(), work.cursors().judgements()))
                .compose(early -> vertx.timer(300))
                .compose(early -> log.commit(turn, work.cursors(), work.judgeState()))""")),
      Plant.of(
          "lease by a clock of one's own",
          1,
          in(
              "cluster/LeaseTable",
              "\"(expires_at > clock_timestamp() and (\"",
              "\"(expires_at > clock_timestamp() + \" + (" + ON_NODE_2
                  + " ? \"interval '1 hour'\" : \"interval '0'\") + \" and (\"")),
      Plant.of(
          "a resumed screen skips what it missed",
          1,
          in(
              "live/LiveVerticle",
              "incidents.after(resumed ? since : -1)",
              "incidents.after(resumed ? incidents.seq() : -1)")),
      Plant.of(
          "a duplicate is judged again",
          1,
          in("shard/ShardVerticle", "    if (!isNew) return;\n", "")),
      Plant.of(
          "no answer is taken for yes",
          1,
          in(
              "shard/ShardDoors",
              ".otherwise(gone -> Delivery.all(parcels.size(), Outcome.UNAVAILABLE))",
              ".otherwise(gone -> Delivery.all(parcels.size(), Outcome.ACCEPTED))"),
          in(
              "shard/ShardDoors",
              "answer.tryComplete(Delivery.all(size, Outcome.UNAVAILABLE));",
              "answer.tryComplete(Delivery.all(size, Outcome.ACCEPTED));")),
      Plant.of(
          "numbers given twice",
          1,
          in("shard/ShardVerticle", "eventSeq = lastEvent;", "eventSeq = lastEvent / 2;")),
      Plant.of(
          "a lost lease is taken for duplicates",
          10,
          in(
              "shard/EventTable",
              "if (row.getLong(\"held\") == 0) throw new LeaseLostException();",
              "")),
      Plant.of(
          "a new owner skips a number",
          2,
          inOwner(
              "CityWork",
              "fusion.resumeAt(start.lastSeq());",
              "fusion.resumeAt(start.lastSeq() + 1);")));

  /** Found by the journal's own tests, as killing a process does not lose what was only written. */
  static final List<Plant> OF_THE_JOURNAL = List.of(
      ofJournal(
          "journal without fsync",
          "Segment",
          "      out.sync();\n      goodBytes",
          "      goodBytes"),
      ofJournal(
          "a segment's name not synced",
          "Segment",
          "      disk.syncDirectory(file.toAbsolutePath().resolveSibling(\"\"));\n",
          ""),
      ofJournal(
          "tail not cut",
          "LeftSegments",
          "int good = SegmentHead.BYTES + found.end();",
          "int good = left.bytes().length;"),
      ofJournal(
          "drain out of order",
          "LaneFiles",
          "return segments.peekFirst();",
          "return segments.stream().filter(s -> !s.isRead()).reduce((a, b) -> b)"
              + ".orElse(segments.peekFirst());"),
      ofJournal(
          "written on after a failure",
          "Segment",
          "keeps what was not acknowledged: {}\", file, uncut.toString());\n    }\n    seal();",
          "keeps what was not acknowledged: {}\", file, uncut.toString());\n    }"),
      ofJournal(
          "acknowledge before it is written",
          "JournalLane",
          "      Fate fate = write(",
          "      for (Waiting one : group) tell(one, Fate.KEPT);\n      Fate fate = write("),
      ofJournal(
          "a record that does not check is taken",
          "Records",
          "head.getInt() == crc(segment, length, piece, at + HEAD_BYTES) ? length : -1",
          "length"),
      Plant.of(
          "direct before the journal is in the store",
          7,
          in(
              "journal/JournalLane",
              "    if (!files.isStored()) return false;\n    List<Waiting> direct;",
              "    List<Waiting> direct;"),
          in("journal/JournalLane", "writing || !files.isStored())", "writing)")));

  private static Plant ofJournal(String name, String className, String before, String after) {
    return Plant.of(name, 7, in("journal/" + className, before, after));
  }

  private Plants() {}
}
