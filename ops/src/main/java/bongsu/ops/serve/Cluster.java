package bongsu.ops.serve;

import bongsu.ops.launch.NodeSettings;
import bongsu.verticles.live.ThingsMoved;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;

/** Clustered Vert.x over Hazelcast: named members on named interfaces, nothing that calls outside. */
final class Cluster {
  private static final String HOST = "127.0.0.1";

  private Cluster() {}

  static Future<Vertx> join(NodeSettings settings) {
    VertxOptions options = new VertxOptions()
        .setPreferNativeTransport(true)
        .setMetricsOptions(Metrics.options())
        .setEventBusOptions(new EventBusOptions().setHost(HOST).setClusterPublicHost(HOST));
    return Vertx.builder()
        .with(options)
        .withClusterManager(new HazelcastClusterManager(hazelcast(settings)))
        .buildClustered()
        .onSuccess(vertx ->
            vertx.eventBus().registerDefaultCodec(ThingsMoved.class, new ThingsMoved.Codec()));
  }

  private static Config hazelcast(NodeSettings settings) {
    Config config = ConfigUtil.loadConfig();
    config.setClusterName(
        "bongsu-" + settings.store().database() + "-" + settings.store().port());
    config.setInstanceName(settings.node());
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.socket.bind.any", "false");
    // Members are named, so there is nobody to wait for before the first join.
    config.setProperty("hazelcast.wait.seconds.before.join", "0");
    config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
    config.setProperty("hazelcast.max.no.heartbeat.seconds", "5");
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    NetworkConfig network =
        config.getNetworkConfig().setPort(settings.clusterPort()).setPortAutoIncrement(false);
    network.getInterfaces().setEnabled(true).clear().addInterface(HOST);
    JoinConfig join = network.getJoin();
    join.getMulticastConfig().setEnabled(false);
    join.getAutoDetectionConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).setMembers(settings.clusterMembers());
    return config;
  }
}
