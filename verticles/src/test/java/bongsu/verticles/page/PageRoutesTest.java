package bongsu.verticles.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.access.Right;
import bongsu.core.access.Role;
import bongsu.ops.postgres.TestStore;
import bongsu.verticles.access.AccessBench;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PageRoutesTest {
  @RegisterExtension
  static final TestStore STORE = TestStore.migratedFrom("classpath:db/migration");

  private static AccessBench node;

  @BeforeAll
  static void start() {
    node = new AccessBench(STORE.app());
    WebRoot root = WebRoot.read(PageRoutesTest.class.getClassLoader(), "webroot");
    node.mount(new PageRoutes(node.gate, root, bytes("{\"name\":\"수원시\"}"), bytes("{}")));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void theRootLeadsToTheConsole() {
    var answer = node.get("/");
    assertEquals(303, answer.statusCode());
    assertEquals("/console", header(answer, "location"));
  }

  @Test
  void pagesAndFilesHaveTheirTypes() {
    assertEquals("text/html; charset=utf-8", header(node.get("/console"), "content-type"));
    var script = node.get("/ui/panel/queue.js");
    assertEquals("text/javascript; charset=utf-8", header(script, "content-type"));
    assertEquals("export const queue = [];\n", script.body());
    assertEquals("image/png", header(node.get("/lib/dot.png"), "content-type"));
  }

  @Test
  void aPageMayRunOnlyItsOwnImportMapInline() throws Exception {
    String policy = header(node.get("/console"), "content-security-policy");
    byte[] hash = MessageDigest.getInstance("SHA-256")
        .digest(bytes("{\"imports\":{\"leaflet\":\"/lib/leaflet.js\"}}"));
    String allowed = "script-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(hash) + "';";
    assertTrue(policy.contains(allowed), policy);
    for (String part : List.of(
        "default-src 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:")) assertTrue(policy.contains(part), part);
    assertFalse(policy.contains("unsafe"), policy);
    String plain = header(node.get("/sign-in"), "content-security-policy");
    assertFalse(plain.contains("sha256"), plain);
  }

  @Test
  void everyAnswerForbidsGuessingTheTypeAndTellingWhereOneCameFrom() {
    for (String path : List.of("/", "/console", "/sign-in", "/ui/panel/queue.js", "/lib/dot.png")) {
      assertEquals("nosniff", header(node.get(path), "x-content-type-options"), path);
      assertEquals("no-referrer", header(node.get(path), "referrer-policy"), path);
    }
  }

  @Test
  void whatTheBrowserHasIsNotSentAgain() {
    for (String path : List.of("/console", "/ui/panel/queue.js", "/lib/dot.png")) {
      String etag = header(node.get(path), "etag");
      assertEquals(304, node.get(path, "If-None-Match", etag).statusCode(), path);
      assertEquals(200, node.get(path, "If-None-Match", "W/\"other\"").statusCode(), path);
    }
  }

  @Test
  void textIsCompressedAndPicturesAreNot() {
    assertEquals(
        "gzip",
        header(node.get("/ui/panel/queue.js", "Accept-Encoding", "gzip"), "content-encoding"));
    assertEquals(
        "", header(node.get("/lib/dot.png", "Accept-Encoding", "gzip"), "content-encoding"));
  }

  @Test
  void noPathLeadsOutOfTheKnownNames() throws IOException {
    for (String path : List.of(
        "/ui/../secret.txt",
        "/ui/%2e%2e/secret.txt",
        "/ui/..%2fsecret.txt",
        "/ui/%2e%2e%2fsecret.txt",
        "/ui/..%5csecret.txt",
        "/ui/%252e%252e/secret.txt",
        "/ui//etc/passwd",
        "/ui/./../secret.txt",
        "/lib/../../../../../../etc/passwd",
        "/lib/%2e%2e/%2e%2e/db/migration/V2__access.sql",
        "/ui/panel/..;/../../secret.txt",
        "/ui/panel",
        "/ui/",
        "/ui",
        "/secret.txt",
        "/console.html",
        "/ui/panel/queue.js%00",
        "/ui/panel/queue.js/",
        "//secret.txt",
        "/ui/..\\secret.txt",
        "/console/../secret.txt")) assertEquals(404, rawStatus(path), path);
  }

  /** Sent as it is: a well-bred client would tidy the path first. */
  private static int rawStatus(String path) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", node.port())) {
      socket
          .getOutputStream()
          .write(
              bytes("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"));
      var reader = new BufferedReader(
          new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      return Integer.parseInt(reader.readLine().split(" ")[1]);
    }
  }

  @Test
  void theCityIsForThoseSignedIn() {
    String token = "Bearer " + node.token("feed", Right.SEND_ALL);
    for (String path : List.of("/api/v1/city", "/map/base.json")) {
      assertEquals(401, node.get(path).statusCode());
      assertEquals(403, node.get(path, "Authorization", token).statusCode());
    }
    for (Role role : Role.values()) {
      String cookie = node.signedIn("p" + role.ordinal(), role);
      assertEquals(
          "{\"name\":\"수원시\"}", node.get("/api/v1/city", "Cookie", cookie).body());
      assertEquals("{}", node.get("/map/base.json", "Cookie", cookie).body());
    }
  }

  @Test
  void filesInAJarAreFoundToo(@TempDir Path dir) throws IOException {
    Path jar = dir.resolve("pages with space.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String directory : List.of("webroot/", "webroot/ui/")) {
        out.putNextEntry(new JarEntry(directory));
        out.closeEntry();
      }
      out.putNextEntry(new JarEntry("webroot/ui/a.js"));
      out.write(bytes("a"));
      out.closeEntry();
      out.putNextEntry(new JarEntry("outside.txt"));
      out.closeEntry();
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      WebRoot root = WebRoot.read(loader, "webroot");
      assertEquals(List.of("ui/a.js"), List.copyOf(root.files().keySet()));
    }
  }
}
