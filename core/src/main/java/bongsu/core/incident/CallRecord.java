package bongsu.core.incident;

import bongsu.core.event.CallReport;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One receipt within an incident, keeping its agency's own words.
 *
 * @param call its newest revision, without personal fields
 * @param receivedAt when its first report came in
 * @param receiptsAreIncidents its source never has two receipts of one happening
 * @param conflicts what the feed sent under an event id it had used for other content
 * @param evidence why it joined; null for the call that opened the incident
 */
public record CallRecord(
    CallReport call,
    Instant receivedAt,
    boolean receiptsAreIncidents,
    List<CallReport> conflicts,
    @Nullable Evidence evidence) {
  public CallRecord {
    conflicts = List.copyOf(conflicts);
  }

  public String source() {
    return call.origin().source();
  }

  public boolean conflict() {
    return !conflicts.isEmpty();
  }

  CallRecord with(CallReport revised) {
    return new CallRecord(revised, receivedAt, receiptsAreIncidents, conflicts, evidence);
  }

  CallRecord flagged(CallReport other) {
    List<CallReport> more = Stream.concat(conflicts.stream(), Stream.of(other)).toList();
    return new CallRecord(call, receivedAt, receiptsAreIncidents, more, evidence);
  }
}
