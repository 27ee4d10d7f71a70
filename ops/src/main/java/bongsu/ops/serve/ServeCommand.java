package bongsu.ops.serve;

import bongsu.ops.launch.ChildSide;
import bongsu.ops.launch.NodeSettings;
import bongsu.ops.postgres.KnownSchema;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** One node, started by the launcher, which tells it everything on standard input. */
@Command(
    name = "serve",
    description =
        "Runs one node; the launcher (./ops/run) starts it and writes its settings to standard input.",
    mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
  private static final long STOP_S = 8;

  @Override
  public Integer call() throws Exception {
    ChildSide launcher = new ChildSide();
    NodeSettings settings = launcher.readSettings(NodeSettings.class);
    KnownSchema.await(settings.store(), KnownSchema.NEWEST);
    Node node = Node.start(settings).toCompletionStage().toCompletableFuture().get();
    CountDownLatch over = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node), "stop"));
    launcher.whenLauncherIsGone(over::countDown);
    launcher.ready();
    over.await();
    return 0;
  }

  private static void stop(Node node) {
    try {
      node.stop().toCompletionStage().toCompletableFuture().get(STOP_S, TimeUnit.SECONDS);
    } catch (Exception e) {
      Runtime.getRuntime().halt(1);
    }
  }
}
