package bongsu.core.asset;

/** A component of an asset that is out of its limits, with its name apart for those who report it. */
final class InvalidField extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  final String field;
  final String reason;

  InvalidField(String field, String reason) {
    super(field + " " + reason);
    this.field = field;
    this.reason = reason;
  }
}
