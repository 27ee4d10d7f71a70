package bongsu.ops.launch;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Nodes share their ports, so none of them would notice another program on one: we look first. */
final class PortCheck {
  private PortCheck() {}

  /**
   * @param option what changes the port
   * @throws LaunchException when somebody listens there or we may not
   */
  static void requireFree(String host, int port, String option) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException e) {
      throw new LaunchException("unknown host " + host + " (--host)", e);
    } catch (BindException e) {
      throw new LaunchException(
          "port " + port + " on " + host + " cannot be used: " + e.getMessage()
              + ". Choose another with " + option,
          e);
    } catch (IOException e) {
      throw new LaunchException("port " + port + " on " + host + ": " + e.getMessage(), e);
    }
  }
}
