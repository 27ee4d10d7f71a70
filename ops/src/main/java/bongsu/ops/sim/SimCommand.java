package bongsu.ops.sim;

import bongsu.ops.launch.ChildSide;
import bongsu.ops.launch.SimulatorSettings;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** {@code bongsu sim}: the simulator as the launcher starts it; the end of its input stops it. */
@Command(
    name = "sim",
    description = "Simulates the city's feeds. Started by ./ops/run, told its settings on stdin.",
    mixinStandardHelpOptions = true)
public final class SimCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    ChildSide launcher = new ChildSide();
    SimulatorSettings settings = launcher.readSettings(SimulatorSettings.class);
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    CountDownLatch stopped = new CountDownLatch(1);
    launcher.whenLauncherIsGone(stopped::countDown);
    vertx.deployVerticle(new Simulator(settings)).await();
    stopped.await();
    vertx.close().await();
    return 0;
  }
}
