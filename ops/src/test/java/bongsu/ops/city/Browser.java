package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One page in a real Chromium that writes down what went wrong in it. For one thread. */
final class Browser implements AutoCloseable {
  private static final List<String> FLAGS = List.of(
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync");
  private static final double PATIENCE_MS = 60_000;
  private static final String TELL_VIOLATIONS =
      "document.addEventListener('securitypolicyviolation',"
          + " e => console.error('CSP: ' + e.violatedDirective + ' ' + e.blockedURI))";

  /** Points of the map's canvases that are neither clear nor of the ground's colour. */
  private static final String DRAWN = """
      () => [...document.querySelectorAll('canvas.map-canvas')].reduce((sum, canvas) => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        for (let i = 0; i < data.length; i += 4)
          if (data[i + 3] && (data[i] !== 13 || data[i + 1] !== 17 || data[i + 2] !== 23)) sum++;
        return sum;
      }, 0)""";

  final Page page;
  /** Each live connection the page opened, oldest first. */
  final List<Live> lives = new ArrayList<>();

  private final Playwright playwright;
  private final String root;
  private final List<String> troubles = new ArrayList<>();

  /** One live connection of the page, as text: what it said and what it heard. */
  record Live(List<String> said, List<String> heard) {}

  private Browser(RunningCity city, Playwright playwright) {
    this.playwright = playwright;
    this.root = "http://127.0.0.1:" + city.httpPort;
    LaunchOptions how = new LaunchOptions().setExecutablePath(chromium()).setArgs(FLAGS);
    BrowserContext context = playwright
        .chromium()
        .launch(how)
        .newContext(new NewContextOptions().setViewportSize(1920, 1080));
    context.setDefaultTimeout(PATIENCE_MS);
    context.addInitScript(TELL_VIOLATIONS);
    context.onConsoleMessage(said -> note(said.type().equals("error"), "console: " + said.text()));
    context.onWebError(error -> note(true, "error: " + error.error()));
    context.onRequest(request -> note(!isOurs(request.url()), "request: " + request.url()));
    page = context.newPage();
    page.onWebSocket(this::listen);
  }

  static Browser open(RunningCity city) {
    Playwright playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    try {
      return new Browser(city, playwright);
    } catch (Throwable e) {
      playwright.close();
      throw e;
    }
  }

  /** The names that ops/prerequisites.sh looks for, too. */
  private static Path chromium() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> Pattern.compile(":")
            .splitAsStream(System.getenv("PATH"))
            .map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no Chromium: see ops/prerequisites.sh"));
  }

  private void note(boolean isTrouble, String what) {
    if (isTrouble) troubles.add(what);
  }

  private boolean isOurs(String url) {
    URI uri = URI.create(url);
    return uri.getScheme().equals("data")
        || URI.create(root).getAuthority().equals(uri.getAuthority());
  }

  private void listen(WebSocket socket) {
    note(!isOurs(socket.url()), "socket: " + socket.url());
    Live live = new Live(new ArrayList<>(), new ArrayList<>());
    lives.add(live);
    socket.onFrameSent(frame -> live.said.add(frame.text()));
    socket.onFrameReceived(frame -> live.heard.add(frame.text()));
  }

  /** Fills in the sign-in page and waits for the page it leads to. */
  void signIn(String name, String password, String to) {
    page.navigate(root + "/sign-in?next=" + to);
    page.fill("#name", name);
    page.fill("#password", password);
    page.click("#submit");
    page.waitForURL(root + to);
  }

  String text(String selector) {
    return page.locator(selector).first().innerText();
  }

  /** Until an element is there that is shown and holds the text. */
  void awaitText(String selector, String text) {
    page.locator(selector).filter(new FilterOptions().setHasText(text)).first().waitFor();
  }

  void awaitGone(String selector) {
    page.locator(selector).waitFor(new WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  int pointsDrawnOnMap() {
    return ((Number) page.evaluate(DRAWN)).intValue();
  }

  /** No error on the console, nothing forbidden by the page's policy, nothing from another host. */
  void assertNoTrouble() {
    assertEquals(List.of(), troubles);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
