package bongsu.ops.launch;

import bongsu.ops.postgres.PrivateFiles;
import bongsu.ops.postgres.StoreAddress;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** What a running city leaves in its data directory for the other commands to find it by. */
public final class RunFiles implements AutoCloseable {
  private static final String APP = "store.json";
  private static final String OWNER = "store-owner.json";
  private static final String PORTS = "ports.json";

  private final DataDirectory dir;

  private RunFiles(DataDirectory dir) {
    this.dir = dir;
  }

  /** Where a running city is reached, and whether by TLS. */
  public record Ports(String host, int httpPort, int mqttPort, boolean tls) {}

  static RunFiles write(DataDirectory dir, StoreAddress app, StoreAddress owner, Ports ports)
      throws IOException {
    PrivateFiles.write(dir.run(APP), Json.line(app));
    PrivateFiles.write(dir.run(OWNER), Json.line(owner));
    PrivateFiles.write(dir.run(PORTS), Json.line(ports));
    return new RunFiles(dir);
  }

  /**
   * The store of the city that runs on this directory, as nodes see it.
   *
   * @throws LaunchException when none runs there
   */
  public static StoreAddress getStore(Path dataDir) {
    return read(dataDir, APP, StoreAddress.class);
  }

  /** The same store as the owner of its schema; throws as {@link #getStore}. */
  public static StoreAddress getOwner(Path dataDir) {
    return read(dataDir, OWNER, StoreAddress.class);
  }

  /** Where the city that runs on this directory listens; throws as {@link #getStore}. */
  public static Ports getPorts(Path dataDir) {
    return read(dataDir, PORTS, Ports.class);
  }

  static Map<String, String> readTokens(DataDirectory dir) throws IOException {
    Path file = dir.simulatorTokens();
    if (!Files.exists(file)) return Map.of();
    return Json.MAPPER.readValue(file.toFile(), new TypeReference<Map<String, String>>() {});
  }

  private static <T> T read(Path dataDir, String name, Class<T> type) {
    Path file = dataDir.resolve("run").resolve(name);
    try {
      return Json.MAPPER.readValue(Files.readString(file), type);
    } catch (NoSuchFileException e) {
      throw new LaunchException(
          "no city runs on " + dataDir + ": start one with ./ops/run, or name it with --data", e);
    } catch (IOException e) {
      throw new LaunchException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    for (String name : new String[] {APP, OWNER, PORTS}) Files.deleteIfExists(dir.run(name));
  }
}
