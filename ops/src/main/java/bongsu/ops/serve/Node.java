package bongsu.ops.serve;

import bongsu.core.geo.LocalPlane;
import bongsu.ops.launch.Configuration;
import bongsu.ops.launch.KeyFile;
import bongsu.ops.launch.NodeSettings;
import bongsu.rules.fuse.Fusion;
import bongsu.rules.fuse.FusionSettings;
import bongsu.rules.judge.CityJudge;
import bongsu.rules.judge.RuleLoader;
import bongsu.rules.judge.RuleSet;
import bongsu.rules.judge.RuleWatch;
import bongsu.rules.judge.ShardJudge;
import bongsu.verticles.Address;
import bongsu.verticles.access.Access;
import bongsu.verticles.access.PublicSide;
import bongsu.verticles.asset.AssetRegister;
import bongsu.verticles.asset.AssetRoutes;
import bongsu.verticles.asset.AssetStore;
import bongsu.verticles.clock.CityClock;
import bongsu.verticles.cluster.Lease;
import bongsu.verticles.cluster.LeaseKeeper;
import bongsu.verticles.cluster.Owners;
import bongsu.verticles.contract.ContractRoutes;
import bongsu.verticles.feed.Budget;
import bongsu.verticles.feed.Connections;
import bongsu.verticles.feed.EventRoutes;
import bongsu.verticles.feed.FeedVerticle;
import bongsu.verticles.feed.Feeds;
import bongsu.verticles.feed.NodeStats;
import bongsu.verticles.fuse.FusionSetting;
import bongsu.verticles.fuse.FusionVerticle;
import bongsu.verticles.fuse.IncidentRoutes;
import bongsu.verticles.journal.DrainSetting;
import bongsu.verticles.journal.Journal;
import bongsu.verticles.journal.JournalVerticle;
import bongsu.verticles.live.LiveRoutes;
import bongsu.verticles.live.LiveSetting;
import bongsu.verticles.live.LiveVerticle;
import bongsu.verticles.page.PageRoutes;
import bongsu.verticles.page.WebRoot;
import bongsu.verticles.shard.ShardDoors;
import bongsu.verticles.shard.ShardVerticle;
import bongsu.verticles.store.Kept;
import bongsu.verticles.store.Reachability;
import bongsu.verticles.store.Store;
import bongsu.verticles.store.StoreAddress;
import bongsu.verticles.store.StoreWatch;
import bongsu.verticles.store.TelemetryRoom;
import bongsu.verticles.store.Troubles;
import bongsu.verticles.web.HttpConnections;
import bongsu.verticles.web.Listening;
import bongsu.verticles.web.Routes;
import bongsu.verticles.web.Tls;
import bongsu.verticles.web.WebVerticle;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;

/** One node of the platform: everything it is made of, and the two lists that wire it. */
final class Node {
  private static final int SHARDS = 6;
  private static final int DOORS = 2;

  private final Vertx vertx;
  private final NodeSettings settings;
  private final CityFiles city;
  private final Store store;
  private final CityClock clock;
  private final RuleWatch watch;
  private final Troubles troubles = new Troubles();
  private final Owners owners = new Owners();
  private final NodeStats stats = new NodeStats();
  private final Kept kept;
  private final TelemetryRoom room;
  private final Reachability reachability = new Reachability(System.nanoTime());
  private final Journal journal;
  private final List<String> goneNodes;
  private final ShardDoors shards;
  private final Access access;
  private final AssetStore assetStore;
  private final AssetRegister assets;
  private final Feeds feeds;
  private final RuleSet rules;
  private final LocalPlane plane;
  private final LiveVerticle live;
  private final LeaseKeeper keeper;
  private final LoopTicks ticks;
  private final Deque<String> deployed = new ConcurrentLinkedDeque<>();
  private RuleAssets view;

  /** Wires only: nothing runs and no store is asked before it is deployed. */
  Node(Vertx vertx, NodeSettings settings) throws Exception {
    this.vertx = vertx;
    this.settings = settings;
    this.city = CityFiles.read(Path.of(settings.dataDir()));
    this.kept = kept(settings);
    this.room = new TelemetryRoom(kept.maxBytes());
    this.store = new Store(
        vertx,
        address(settings),
        settings.node() + "-" + UUID.randomUUID(),
        SHARDS,
        KeyFile.read(KeyFile.in(Path.of(settings.dataDir()))));
    this.clock = Clock.of(settings.city(), store.clock());
    this.watch = new RuleWatch(
        System::nanoTime,
        ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime,
        settings.city().anchor().toString());
    this.journal = Journals.of(settings, reachability);
    this.goneNodes = Journals.goneNodes(settings);
    this.shards = new ShardDoors(vertx, owners);
    this.access = new Access(vertx, store.queries(), publicSide(settings.config()), store.clock());
    this.assetStore = new AssetStore(store.queries());
    this.assets = new AssetRegister(vertx, assetStore);
    this.feeds = feeds(settings.config().limits());
    this.rules = RuleLoader.load(city.rules());
    this.plane = city.profile().plane();
    this.keeper = new LeaseKeeper(store, owners, this::ownerOf);
    this.ticks = new LoopTicks(vertx);
    this.view = new RuleAssets(assets.snapshot());
    this.live = new LiveVerticle(new LiveSetting(
        store,
        clock,
        owners,
        stats,
        kept,
        reachability,
        journal,
        troubles,
        assets::findPosition,
        settings.node()));
  }

  private static StoreAddress address(NodeSettings settings) {
    var store = settings.store();
    return new StoreAddress(
        store.host(), store.port(), store.database(), store.user(), store.password());
  }

  private Feeds feeds(Configuration.Limits limits) {
    return new Feeds(
        owners,
        shards,
        access.rejections(),
        clock,
        stats,
        room,
        Budget.ofEvents(),
        Budget.ofBodies(),
        new Connections(limits.mqttConnections(), limits.mqttConnectionsPerToken()),
        journal);
  }

  private static PublicSide publicSide(Configuration config) {
    Configuration.Proxy proxy = config.proxy();
    return proxy == null
        ? PublicSide.direct(config.tls() != null)
        : new PublicSide(proxy.secure(), proxy.origins(), proxy.addresses());
  }

  private Listening listening(int port) {
    Configuration.Tls tls = settings.config().tls();
    return new Listening(
        settings.host(), port, tls == null ? null : new Tls(tls.certificate(), tls.key()));
  }

  private static Kept kept(NodeSettings settings) {
    var telemetry = settings.config().telemetry();
    return new Kept(telemetry.keepDays(), telemetry.keepGb() * 1_000_000_000L);
  }

  /** Completes when the node serves. */
  static Future<Node> start(NodeSettings settings) {
    return Cluster.join(settings).compose(vertx -> {
      try {
        Node node = new Node(vertx, settings);
        return node.store
            .caseKeys()
            .requireOurs()
            .compose(done -> node.access.start())
            .compose(done -> node.assets.start())
            .compose(done -> node.deploy())
            .map(node);
      } catch (Exception e) {
        return vertx.close().compose(closed -> Future.failedFuture(e));
      }
    });
  }

  /** The pipeline: what runs, in the order of the flow from the screens back to the feeds. */
  private Future<Void> deploy() {
    assets.onChange(changed -> vertx.eventBus().publish(Address.ASSETS_CHANGED, "", Address.HERE));
    HttpConnections http = new HttpConnections(
        settings.config().limits().httpConnections(),
        () -> stats.onTurnedAway(NodeStats.Limit.HTTP_CONNECTIONS));
    return deploy(1, () -> live)
        .compose(done -> deploy(1, () -> new StoreWatch(store, owners, reachability)))
        .compose(done -> deploy(1, () -> keeper))
        .compose(done -> deploy(
            1,
            () -> new JournalVerticle(
                journal,
                new DrainSetting(
                    reachability, owners, shards, access.rejections(), store.queries()),
                goneNodes)))
        .compose(done -> deploy(1, () -> new Housekeeper(store, owners, kept, room, clock)))
        .compose(done -> deploy(
            DOORS, () -> new WebVerticle(listening(settings.httpPort()), http, this::routes)))
        .compose(done ->
            deploy(DOORS, () -> new FeedVerticle(listening(settings.mqttPort()), access, feeds)));
  }

  /** What HTTP serves, each group of routes in its own class. */
  List<Routes> routes(Vertx loop) {
    return List.of(
        access.errors(),
        new HealthRoutes(ticks, reachability, journal, owners, troubles),
        new Metrics(stats, owners, feeds, troubles, store.clock()),
        new EventRoutes(access.gate(), feeds.door(loop), feeds),
        new IncidentRoutes(loop, access.gate(), access.audit(), store, owners),
        new LiveRoutes(loop, access.gate(), live),
        new AssetRoutes(loop, access.gate(), assetStore, assets, city.area()),
        access.sessionRoutes(),
        access.rejectionRoutes(),
        new ContractRoutes(),
        new PageRoutes(
            access.gate(),
            WebRoot.read(Node.class.getClassLoader(), "webroot"),
            city.told(clock.rate()),
            city.baseMap()));
  }

  private Deployable ownerOf(Lease lease, LeaseKeeper.Resignation resignation) {
    if (lease.shard() != Lease.CITY)
      return new ShardVerticle(
          lease,
          store,
          shards,
          () -> new ShardJudge(rules, view(), plane, watch),
          stats,
          resignation);
    return new FusionVerticle(lease, fusionSetting(), resignation);
  }

  private FusionSetting fusionSetting() {
    FusionSettings fusion = FusionSettings.defaults();
    return new FusionSetting(
        store,
        clock,
        owners,
        fusion,
        assets::findPosition,
        () -> new Fusion(fusion, plane, new Places(city.profile().placeNames())),
        () -> new CityJudge(rules, view(), plane, watch));
  }

  /** The register as the rules see it, made once for each of its versions. */
  private synchronized RuleAssets view() {
    if (!view.isOf(assets.snapshot())) view = new RuleAssets(assets.snapshot());
    return view;
  }

  private Future<Void> deploy(int instances, java.util.function.Supplier<Deployable> verticle) {
    return vertx
        .deployVerticle(verticle, new DeploymentOptions().setInstances(instances))
        .onSuccess(deployed::push)
        .mapEmpty();
  }

  /** Doors first, while owners still write what they took; then leases go to the other nodes. */
  Future<Void> stop() {
    return undeployDoors()
        .compose(closed -> keeper.handOver())
        .otherwiseEmpty()
        .compose(done -> vertx.close());
  }

  private Future<Void> undeployDoors() {
    return vertx
        .undeploy(deployed.pop())
        .compose(feeds -> vertx.undeploy(deployed.pop()))
        .otherwiseEmpty();
  }
}
