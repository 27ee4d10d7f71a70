package bongsu.verticles.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Every file under a folder of the class path, in jars and directories alike, read once at start.
 * Nothing is looked up afterwards, so no request can name a file that is not in here.
 */
public final class WebRoot {
  private final Map<String, byte[]> files;

  private WebRoot(Map<String, byte[]> files) {
    this.files = Collections.unmodifiableMap(files);
  }

  /** @param folder such as {@code webroot} */
  public static WebRoot read(ClassLoader loader, String folder) {
    Map<String, byte[]> files = new TreeMap<>();
    try {
      for (URL url : Collections.list(loader.getResources(folder))) {
        if (url.getProtocol().equals("file")) readDirectory(url, files);
        else if (url.openConnection() instanceof JarURLConnection jar) readJar(jar, folder, files);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the pages cannot be read", e);
    }
    return new WebRoot(files);
  }

  /** The bytes by path under the folder, such as {@code ui/console.js}. */
  public Map<String, byte[]> files() {
    return files;
  }

  private static void readDirectory(URL url, Map<String, byte[]> files) throws IOException {
    Path top = Path.of(toUri(url));
    try (Stream<Path> paths = Files.walk(top)) {
      for (Path path : paths.filter(Files::isRegularFile).toList())
        files.putIfAbsent(
            top.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
    }
  }

  private static void readJar(JarURLConnection connection, String folder, Map<String, byte[]> files)
      throws IOException {
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (entry.isDirectory() || !entry.getName().startsWith(folder + "/")) continue;
        try (InputStream in = jar.getInputStream(entry)) {
          files.putIfAbsent(entry.getName().substring(folder.length() + 1), in.readAllBytes());
        }
      }
    }
  }

  private static URI toUri(URL url) {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path that is no URI: " + url, e);
    }
  }
}
