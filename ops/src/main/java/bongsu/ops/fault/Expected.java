package bongsu.ops.fault;

import bongsu.core.event.Origin;
import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import bongsu.core.wire.EventDecoder;
import bongsu.rules.judge.AssetView;
import bongsu.rules.judge.Judgement;
import bongsu.rules.judge.RuleFileException;
import bongsu.rules.judge.RuleLoader;
import bongsu.rules.judge.RuleSet;
import bongsu.rules.judge.ShardJudge;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What judging must have come to: each shard's events in the order in which they are stored, judged
 * once, by a judge that never dies. That order is not always the one in which a device sent: what
 * lay in the journal of a node that was killed comes late, and its rules take it for late.
 */
final class Expected {
  private static final String KEPT =
      "select shard, body from event where event_id ~ '^[hlm]' order by shard, seq";
  private static final LocalPlane PLANE = new LocalPlane(Position.of(36, 127));

  /** Of {@code source/eventId}. */
  final Set<String> raised = new HashSet<>();

  final Set<String> cleared = new HashSet<>();

  static Expected in(Connection store) throws SQLException {
    RuleSet rules = rules();
    Expected expected = new Expected();
    try (Statement statement = store.createStatement();
        ResultSet rows = statement.executeQuery(KEPT)) {
      ShardJudge judge = new ShardJudge(rules, AssetView.none(), PLANE);
      for (int last = -1; rows.next(); last = rows.getInt(1)) {
        if (rows.getInt(1) != last) judge = new ShardJudge(rules, AssetView.none(), PLANE);
        judge.on(EventDecoder.decodeOwn(rows.getString(2))).forEach(expected::on);
      }
    }
    return expected;
  }

  private static RuleSet rules() {
    try {
      return RuleLoader.load(Map.of("fault.yaml", Events.RULES));
    } catch (RuleFileException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static String name(Origin cause) {
    return cause.source() + "/" + cause.eventId();
  }

  private void on(Judgement judgement) {
    if (judgement instanceof Judgement.AlarmRaised raise)
      raised.add(name(raise.alarm().cause()));
    if (judgement instanceof Judgement.AlarmCleared clear) cleared.add(name(clear.cause()));
  }
}
