package bongsu.verticles.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Content-Security-Policy of a page: nothing but what we serve ourselves. */
final class ContentSecurity {
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script\\s+type=\"importmap\"\\s*>(.*?)</script>", Pattern.DOTALL);

  private ContentSecurity() {}

  /** @param html whose inline import map, if it has one, is the only inline script allowed */
  static String policyFor(String html) {
    Matcher map = IMPORT_MAP.matcher(html);
    String inline = map.find() ? " 'sha256-" + sha256(map.group(1)) + "'" : "";
    return "default-src 'self'; script-src 'self'" + inline
        + "; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none'"
        + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
