package bongsu.core.wire;

/** Carries a {@link Rejection} out of a decoder. Has no stack trace: bad input is no error of ours. */
public final class RejectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;

  public RejectedException(String field, String reason) {
    super(field.isEmpty() ? reason : field + ": " + reason, null, false, false);
    this.rejection = new Rejection(field, reason);
  }

  public Rejection rejection() {
    return rejection;
  }
}
