package bongsu.core.incident;

import bongsu.core.event.CallReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One receipt within an incident, keeping its agency's own words.
 *
 * @param call its newest revision, without personal fields
 * @param receivedAt when its first report came in
 * @param receiptsAreIncidents its source never has two receipts of one happening
 * @param conflict the feed sent other content under an event id it had used
 * @param evidence why it joined; null for the call that opened the incident
 */
public record CallRecord(
    CallReport call,
    Instant receivedAt,
    boolean receiptsAreIncidents,
    boolean conflict,
    @Nullable Evidence evidence) {
  public String source() {
    return call.origin().source();
  }

  CallRecord with(CallReport revised) {
    return new CallRecord(revised, receivedAt, receiptsAreIncidents, conflict, evidence);
  }

  CallRecord flagged() {
    return new CallRecord(call, receivedAt, receiptsAreIncidents, true, evidence);
  }
}
