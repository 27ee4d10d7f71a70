package bongsu.ops.city;

import bongsu.ops.launch.LaunchException;

/** One city of one node that several test classes share; it stops when the tests' process ends. */
final class OneNodeCity {
  private static final RunningCity CITY = start();

  private OneNodeCity() {}

  static RunningCity get() {
    return CITY;
  }

  private static RunningCity start() {
    try {
      RunningCity city = RunningCity.start("city-of-one-node", 1);
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
