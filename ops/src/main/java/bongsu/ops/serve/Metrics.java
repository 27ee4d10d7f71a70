package bongsu.ops.serve;

import bongsu.core.event.Lane;
import bongsu.verticles.clock.SharedClock;
import bongsu.verticles.cluster.Owners;
import bongsu.verticles.feed.Budget;
import bongsu.verticles.feed.Connections;
import bongsu.verticles.feed.Feeds;
import bongsu.verticles.feed.NodeStats;
import bongsu.verticles.journal.Journal;
import bongsu.verticles.store.Troubles;
import bongsu.verticles.web.Routes;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.ext.web.Router;
import java.util.Locale;

/** What a node counts, at {@code /metrics} in Prometheus' text format. */
final class Metrics implements Routes {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  Metrics(NodeStats stats, Owners owners, Feeds feeds, Troubles troubles, SharedClock clock) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmGcMetrics().bindTo(registry);
    FunctionCounter.builder("bongsu_events_accepted", stats, NodeStats::accepted)
        .register(registry);
    FunctionCounter.builder("bongsu_events_duplicate", stats, NodeStats::duplicates)
        .register(registry);
    for (Lane lane : Lane.values())
      FunctionCounter.builder("bongsu_events_shed", stats, s -> s.shed(lane))
          .tag("lane", lane.name())
          .register(registry);
    for (NodeStats.Limit limit : NodeStats.Limit.values())
      FunctionCounter.builder("bongsu_turned_away", stats, s -> s.turnedAway(limit))
          .tag("limit", limit.name().toLowerCase(Locale.ROOT))
          .register(registry);
    Gauge.builder("bongsu_in_flight_bytes", feeds.events(), Budget::taken).register(registry);
    Gauge.builder("bongsu_mqtt_connections", feeds.connections(), Connections::open)
        .register(registry);
    Gauge.builder("bongsu_journal_bytes", feeds.journal(), Journal::bytes).register(registry);
    Gauge.builder("bongsu_commit_ms", stats, NodeStats::commitMs).register(registry);
    Gauge.builder("bongsu_nodes", owners, Owners::nodes).register(registry);
    Gauge.builder("bongsu_rules_off", troubles, t -> t.rulesOff().size()).register(registry);
    Gauge.builder("bongsu_clock_ahead_seconds", clock, c -> c.aheadMs() / 1_000.0)
        .register(registry);
  }

  /** Vert.x's own meters cost more per message than they tell; ours are enough. */
  static MetricsOptions options() {
    return new MetricsOptions().setEnabled(false);
  }

  @Override
  public void mount(Router router) {
    router.get("/metrics").handler(ctx -> ctx.response()
        .putHeader("Content-Type", "text/plain; version=0.0.4")
        .end(registry.scrape()));
  }
}
