package bongsu.ops.client;

import bongsu.ops.launch.LaunchException;
import bongsu.ops.launch.RunFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the city is that a command speaks to: as told, else as its data directory says. */
public final class CityOptions {
  private static final String LOCAL = "http://localhost:8080";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data directory of a city on this machine (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of(".bongsu");

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The city's HTTP address (default: as --data says, else " + LOCAL + ").")
  private @Nullable URI url;

  /** The city's data directory, which need not exist. */
  public Path data() {
    return data.toAbsolutePath().normalize();
  }

  /** Without a slash at its end. */
  public URI url() {
    if (url != null) return URI.create(url.toString().replaceAll("/+$", ""));
    return findPorts()
        .map(ports -> URI.create(
            (ports.tls() ? "https://" : "http://") + ports.host() + ":" + ports.httpPort()))
        .orElse(URI.create(LOCAL));
  }

  /** Where the city that runs on the data directory listens; empty when none runs there. */
  public Optional<RunFiles.Ports> findPorts() {
    if (!Files.exists(data().resolve("run/ports.json"))) return Optional.empty();
    return Optional.of(RunFiles.getPorts(data()));
  }

  /** Whether a city's data directory is on this machine. */
  public boolean isLocal() {
    return Files.isDirectory(data());
  }

  /**
   * A token's text.
   *
   * @throws LaunchException when the file cannot be read or is empty
   */
  public static String readToken(Path file) {
    try {
      String text = Files.readString(file).strip();
      if (text.isEmpty()) throw new LaunchException("the token file " + file + " is empty");
      return text;
    } catch (IOException e) {
      throw new LaunchException("the token file " + file + " cannot be read: " + e, e);
    }
  }
}
