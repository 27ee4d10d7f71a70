package bongsu.ops.launch;

import bongsu.ops.postgres.PrivateFiles;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Stands where a node or the simulator will: notes its settings, holds a port, ends when told. */
final class TestChild {
  private TestChild() {}

  public static void main(String[] args) throws Exception {
    if (args[0].equals("broken")) System.exit(3);
    ChildSide launcher = new ChildSide();
    JsonNode settings = launcher.readSettings(JsonNode.class);
    String name = args[0].equals("sim") ? "simulator" : settings.get("node").asText();
    launcher.whenLauncherIsGone(() -> System.exit(0));
    Path noted = Path.of(settings.get("dataDir").asText(), "run", name + ".seen");
    PrivateFiles.write(noted, settings.toString());
    if (name.equals("node-1")) holdPort(settings.get("httpPort").asInt());
    if (name.startsWith("node")) launcher.ready();
    new CountDownLatch(1).await();
  }

  @SuppressWarnings("resource") // held until the process ends
  private static void holdPort(int port) throws Exception {
    new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
