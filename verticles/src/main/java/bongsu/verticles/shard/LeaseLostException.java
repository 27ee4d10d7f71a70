package bongsu.verticles.shard;

/** A write found no lease of our epoch: another owner has taken over. */
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LeaseLostException() {
    super("the lease carries another epoch", null, false, false);
  }
}
