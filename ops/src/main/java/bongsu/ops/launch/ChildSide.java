package bongsu.ops.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/**
 * The launcher as a process it started sees it: one line of settings on standard input, whose end
 * later means that the launcher is gone; the line READY on standard output as an answer.
 */
public final class ChildSide {
  private final BufferedReader fromLauncher =
      new BufferedReader(new InputStreamReader(System.in, UTF_8));

  /** Reads the one line; waits for it. */
  public <T> T readSettings(Class<T> type) throws IOException {
    String line = fromLauncher.readLine();
    if (line == null) throw new IOException("the launcher ended before it sent settings");
    return Json.MAPPER.readValue(line, type);
  }

  /** Tells the launcher that this process serves now. */
  public void ready() {
    System.out.println("READY");
    System.out.flush();
  }

  /** Runs {@code stop} on a thread of its own once the launcher is gone. */
  public void whenLauncherIsGone(Runnable stop) {
    Thread thread = new Thread(() -> waitForEnd(stop), "launcher-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void waitForEnd(Runnable stop) {
    try {
      while (fromLauncher.read() >= 0) continue;
    } catch (IOException broken) {
      // A broken pipe says the same as its end.
    }
    stop.run();
  }
}
