package bongsu.ops.postgres;

import org.jspecify.annotations.Nullable;

/** The store cannot be used; the message is one line that an operator can act on. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreException(String line) {
    super(line);
  }

  public StoreException(String line, @Nullable Throwable cause) {
    super(line, cause);
  }
}
