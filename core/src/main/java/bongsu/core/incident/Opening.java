package bongsu.core.incident;

import bongsu.core.alarm.Alarm;
import bongsu.core.event.CallReport;
import bongsu.core.event.HelpSignal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an incident began with; it is its first report, and needs no evidence. */
public sealed interface Opening {
  /** @param receiptsAreIncidents the source has merged its calls already */
  record ByCall(CallReport call, boolean receiptsAreIncidents, Instant receivedAt)
      implements Opening {}

  /** Somebody pressed for help. */
  record ByHelp(HelpSignal help, Instant receivedAt) implements Opening {}

  /** A rule raised an alarm. */
  record ByAlarm(Alarm alarm) implements Opening {}

  /**
   * An operator saw it.
   *
   * @param text a first note, may hold personal data
   */
  record ByHand(Act act, @Nullable String text) implements Opening {}
}
