package bongsu.ops.city;

import bongsu.ops.launch.LaunchException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One city of one node that several test classes share; it stops when the tests' process ends. */
final class OneNodeCity {
  private static final RunningCity CITY = start();

  private OneNodeCity() {}

  static RunningCity get() {
    return CITY;
  }

  private static RunningCity start() {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      RunningCity city = RunningCity.start(Files.createTempDirectory(target, "one-node"), 1);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(city)));
      return city;
    } catch (Exception e) {
      throw new LaunchException("no city for the tests: " + e.getMessage(), e);
    }
  }

  private static void stop(RunningCity city) {
    try {
      city.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
