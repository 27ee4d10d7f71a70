package bongsu.ops.launch;

import org.jspecify.annotations.Nullable;

/** Bongsu cannot start or go on; the message is one line that says what to do. */
public final class LaunchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LaunchException(String line) {
    super(line);
  }

  public LaunchException(String line, @Nullable Throwable cause) {
    super(line, cause);
  }
}
