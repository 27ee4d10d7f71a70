package bongsu.ops.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The journal's own tests, tried: each planted bug must turn one of them red. */
@Tag("long")
class JournalPlantsTest {
  private static final Path BUILT = Path.of("../verticles/target").toAbsolutePath();

  /** The quick ones first: the first failure is enough. */
  private static final List<String> TESTS =
      List.of("PowerLossTest", "JournalLaneTest", "JournalFaultsTest");

  static List<Plant> plants() {
    return Plants.OF_THE_JOURNAL;
  }

  @ParameterizedTest
  @MethodSource("plants")
  void everyPlantedBugTurnsATestRed(Plant plant, @TempDir Path dir) throws Exception {
    assertTrue(failures(plant.compileInto(dir)) > 0, plant + " was not found");
  }

  @Test
  void withoutOneTheyAreGreen(@TempDir Path nothing) throws Exception {
    assertEquals(0, failures(nothing));
  }

  private static long failures(Path planted) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (PlantedClasses classes =
        PlantedClasses.over(planted, BUILT.resolve("classes"), BUILT.resolve("test-classes"))) {
      thread.setContextClassLoader(classes);
      long failures = 0;
      for (String test : TESTS)
        if (failures == 0) failures = run(classes.loadClass("bongsu.verticles.journal." + test));
      return failures;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static long run(Class<?> test) {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    var request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(test));
    LauncherFactory.create().execute(request.build(), summary);
    assertTrue(summary.getSummary().getTestsStartedCount() > 0);
    return summary.getSummary().getTotalFailureCount();
  }

  /** The module's classes once more, the planted ones first. */
  private static final class PlantedClasses extends java.net.URLClassLoader {
    private PlantedClasses(URL[] urls, ClassLoader parent) {
      super(urls, parent);
    }

    static PlantedClasses over(Path... places) throws Exception {
      URL[] urls = new URL[places.length];
      for (int i = 0; i < urls.length; i++) urls[i] = places[i].toUri().toURL();
      return new PlantedClasses(urls, JournalPlantsTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("bongsu.verticles.")) return super.loadClass(name, resolve);
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : findClass(name);
      }
    }
  }
}
