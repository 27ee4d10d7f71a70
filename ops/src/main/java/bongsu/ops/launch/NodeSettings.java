package bongsu.ops.launch;

import bongsu.ops.postgres.StoreAddress;
import java.util.List;

/**
 * What the launcher tells a node, as one line of JSON on its standard input.
 *
 * @param node its name, unique in the run: {@code node-1}
 * @param clusterPort where this node listens for the others, on loopback
 * @param clusterMembers {@code host:port} of all nodes, itself included
 * @param dataDir absolute
 * @param config everything that can be set, complete with defaults, but for the store
 */
public record NodeSettings(
    String node,
    String host,
    int httpPort,
    int mqttPort,
    int clusterPort,
    List<String> clusterMembers,
    String dataDir,
    StoreAddress store,
    CityTime city,
    Configuration config) {
  public NodeSettings {
    clusterMembers = List.copyOf(clusterMembers);
  }
}
