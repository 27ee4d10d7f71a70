package bongsu.ops.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Ports of this machine that nobody listens on now. */
public final class FreePort {
  private FreePort() {}

  /** As many different ones. */
  public static List<Integer> find(int count) throws IOException {
    Set<Integer> ports = new LinkedHashSet<>();
    while (ports.size() < count) ports.add(find());
    return List.copyOf(ports);
  }

  /** Free on 127.0.0.1 at this moment; another program may still take it before it is used. */
  public static int find() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
