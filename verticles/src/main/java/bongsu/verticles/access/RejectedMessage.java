package bongsu.verticles.access;

import bongsu.core.wire.Rejection;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One refused message in the form it is kept.
 *
 * @param key under which it is counted
 * @param reason in full, with the sender's values
 * @param sample its first 200 characters, without the values of personal fields
 */
record RejectedMessage(Key key, Instant at, String reason, String sample) {
  private static final int MAX_NAME = 64;
  private static final int MAX_REASON = 200;
  private static final int MAX_SAMPLE = 200;
  private static final int LOOKED_AT = 2_000;

  /** A name and its text, object, list or bare word, or as much of it as the cut has left. */
  private static final Pattern PERSONAL =
      Pattern.compile("(\"(?:phone|narrative|address|plate|position|latDeg|lonDeg)\"\\s*:\\s*)"
          + "(\"(?:[^\"\\\\]|\\\\.?)*+\"?|\\{[^}]*+}?|\\[[^]]*+]?|[^,}\\s]++)");

  /** What follows these words is the sender's own value. */
  private static final Pattern VALUE = Pattern.compile("(?:, was |: ).*", Pattern.DOTALL);

  /** What is counted together. {@code reason} holds nothing of the sender's, so keys are few. */
  record Key(String source, String field, String reason) {}

  static RejectedMessage of(String source, Rejection rejection, String sample, Instant at) {
    Key key = new Key(
        StoredText.clean(source, MAX_NAME),
        StoredText.clean(rejection.field(), MAX_NAME),
        StoredText.clean(general(rejection.reason()), MAX_REASON));
    return new RejectedMessage(
        key, at, StoredText.clean(rejection.reason(), MAX_REASON), blanked(sample));
  }

  /** The reason without the sender's values. */
  private static String general(String reason) {
    return VALUE.matcher(reason).replaceFirst("");
  }

  private static String blanked(String sample) {
    String looked = sample.substring(0, Math.min(sample.length(), LOOKED_AT)).replace("\0", "");
    return StoredText.clean(PERSONAL.matcher(looked).replaceAll("$1\"…\""), MAX_SAMPLE);
  }
}
