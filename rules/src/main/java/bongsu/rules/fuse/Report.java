package bongsu.rules.fuse;

import bongsu.core.alarm.Alarm;
import bongsu.core.event.CallReport;
import bongsu.core.event.HelpSignal;
import bongsu.core.geo.Position;
import bongsu.core.incident.IncidentKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call, alarm or help signal as correlation sees it.
 *
 * @param atMs when it says it happened, but never in the future
 * @param subject the device that tells, null for a call
 * @param receiptSource the feed of a call, null for a device
 * @param receiptsAreIncidents that feed never has two receipts of one happening
 */
record Report(
    long atMs,
    @Nullable Position position,
    KindAffinity.Word word,
    boolean exercise,
    @Nullable String subject,
    @Nullable String receiptSource,
    boolean receiptsAreIncidents) {
  static Report of(CallReport call, boolean receiptsAreIncidents, Instant now) {
    return new Report(
        notAfter(now, call.observedAt()),
        call.position(),
        KindAffinity.wordOf(IncidentKind.of(call.callType())),
        call.origin().exercise(),
        null,
        call.origin().source(),
        receiptsAreIncidents);
  }

  static Report of(Alarm alarm, Instant now) {
    return new Report(
        notAfter(now, alarm.cause().observedAt()),
        alarm.position(),
        KindAffinity.wordOf(alarm),
        alarm.cause().exercise(),
        alarm.subject(),
        null,
        false);
  }

  static Report of(HelpSignal help, Instant now) {
    return new Report(
        notAfter(now, help.observedAt()),
        help.position(),
        KindAffinity.wordOf(IncidentKind.HELP),
        help.origin().exercise(),
        help.deviceId(),
        null,
        false);
  }

  boolean isCall() {
    return receiptSource != null;
  }

  /** A device's clock may run ahead; nothing is later than the city's. */
  private static long notAfter(Instant now, Instant told) {
    return Math.min(now.toEpochMilli(), told.toEpochMilli());
  }
}
