package bongsu.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-08-06T05:50:00+09:00", "2026-08-06T05:50:00Z", "2026-08-06T05:50:00.1Z",
            "2026-08-06T05:50:00.123456789-03:30",
        "2024-02-29T23:59:59.000Z", "1999-12-31T23:59:59+17:59", "2026-08-06T05:50Z",
            "2026-08-06T05:50:00+09:00:30",
        "2026-08-06T05:50:00+18:00", "2026-08-06t05:50:00z"
      })
  void readsWhatTheLibraryReads(String text) {
    assertEquals(OffsetDateTime.parse(text).toInstant(), Times.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-29T05:50:00Z",
        "2026-13-01T05:50:00Z",
        "2026-08-06T24:00:01Z",
        "2026-08-06T05:60:00Z",
        "2026-08-06T05:50:61Z",
        "2026-08-06T05:50:00",
        "2026-08-06T05:50:00.1234567890Z",
        "2026-08-06T05:50:00+9:00",
        "2026-08-06T05:50:00Zx",
        "２026-08-06T05:50:00Z",
        "tomorrow",
        ""
      })
  void refusesWhatTheLibraryRefuses(String text) {
    assertThrows(DateTimeException.class, () -> Times.parse(text));
  }
}
