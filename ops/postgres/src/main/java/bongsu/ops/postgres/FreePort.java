package bongsu.ops.postgres;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of this machine that nobody listens on now. They lie below those that systems give to the
 * connections programs make: no such connection can have taken one before its listener is there, or
 * while a node is started again.
 */
public final class FreePort {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_767;

  private FreePort() {}

  /** As many different ones. */
  public static List<Integer> find(int count) throws IOException {
    Set<Integer> ports = new LinkedHashSet<>();
    while (ports.size() < count) ports.add(find());
    return List.copyOf(ports);
  }

  /** Free on 127.0.0.1 at this moment; another program may still take it before it is used. */
  public static int find() throws IOException {
    for (int tries = 0; tries < 1_000; tries++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
      if (isFree(port)) return port;
    }
    throw new IOException("nearly all ports from " + FIRST + " to " + LAST + " are in use");
  }

  private static boolean isFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (BindException taken) {
      return false;
    }
  }
}
