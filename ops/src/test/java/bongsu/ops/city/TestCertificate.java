package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate that signed itself, for 127.0.0.1 and localhost, with its key, as PEM files. */
final class TestCertificate {
  private static final char[] PASSWORD = "not a secret".toCharArray();

  final Path certificate;
  final Path key;
  private final KeyStore made;

  private TestCertificate(Path dir) throws Exception {
    Path store = dir.resolve("made.p12");
    Files.deleteIfExists(store);
    Process keytool = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "city",
            "-keyalg",
            "EC",
            "-dname",
            "CN=bongsu",
            "-ext",
            "san=ip:127.0.0.1,dns:localhost",
            "-validity",
            "30",
            "-keystore",
            store.toString(),
            "-storepass",
            new String(PASSWORD))
        .inheritIO()
        .start();
    assertEquals(0, keytool.waitFor());
    made = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      made.load(in, PASSWORD);
    }
    certificate = write(
        dir.resolve("certificate.pem"),
        "CERTIFICATE",
        made.getCertificate("city").getEncoded());
    key = write(
        dir.resolve("key.pem"), "PRIVATE KEY", made.getKey("city", PASSWORD).getEncoded());
  }

  /** Makes one in a directory that exists. */
  static TestCertificate in(Path dir) {
    try {
      return new TestCertificate(dir);
    } catch (Exception e) {
      throw new IllegalStateException("no certificate for the test", e);
    }
  }

  private static Path write(Path file, String what, byte[] bytes) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    String pem = "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    return Files.write(file, Objects.requireNonNull(pem).getBytes(StandardCharsets.US_ASCII));
  }

  /** For clients: trusts this certificate and no other. */
  SSLContext trusting() {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("city", made.getCertificate("city"));
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
