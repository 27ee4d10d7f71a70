package bongsu.verticles.store;

import bongsu.core.wire.JsonText;
import bongsu.verticles.clock.SharedClock;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * What ails the platform though it runs, as the store last told: machines whose clocks are wrong,
 * rules that are switched off. The one place where both are known on a node; written by its live
 * picture, read from any thread.
 */
public final class Troubles {
  private static final String OFF = "from node where seen_at > clock_timestamp() - interval '5 s' "
      + "and abs(clock_ahead_ms) > " + SharedClock.SHOWN_MS;
  private static final String LOOK = "select array(select distinct unnest(rules_off) as id from "
      + "(select rules_off from shard_checkpoint union all select rules_off from fusion_checkpoint) kept "
      + "order by id) as rules, "
      + "array(select regexp_replace(node_id, '-[0-9a-f-]{36}$', '') " + OFF
      + " order by node_id) as nodes, "
      + "array(select clock_ahead_ms " + OFF + " order by node_id) as ahead";

  /** @param aheadS of the store's clock, seconds; negative when behind */
  public record WrongClock(String node, long aheadS) {}

  private volatile List<String> rulesOff = List.of();
  private volatile List<WrongClock> clocks = List.of();

  /** Asks the store. */
  public Future<Void> look(Pool pool) {
    return pool.preparedQuery(LOOK)
        .execute()
        .onSuccess(rows -> keep(rows.iterator().next()))
        .mapEmpty();
  }

  private void keep(Row row) {
    rulesOff = List.of(row.getArrayOfStrings("rules"));
    String[] nodes = row.getArrayOfStrings("nodes");
    Long[] aheadMs = row.getArrayOfLongs("ahead");
    List<WrongClock> wrong = new ArrayList<>();
    for (int i = 0; i < Math.min(nodes.length, aheadMs.length); i++)
      wrong.add(new WrongClock(nodes[i], Math.round(aheadMs[i] / 1_000.0)));
    clocks = List.copyOf(wrong);
  }

  /** Ids of the rules that are switched off somewhere. */
  public List<String> rulesOff() {
    return rulesOff;
  }

  public List<WrongClock> clocks() {
    return clocks;
  }

  /** Adds {@code rulesOff} and {@code wrongClocks} of Status. */
  public void write(JsonText json) {
    json.openList("rulesOff");
    rulesOff.forEach(id -> json.item('"' + id + '"'));
    json.closeList();
    json.openList("wrongClocks");
    for (WrongClock clock : clocks)
      json.open().put("node", clock.node()).put("aheadS", clock.aheadS()).close();
    json.closeList();
  }
}
