package bongsu.rules.owner;

import java.time.Instant;

/**
 * A committed row that waits for fusion.
 *
 * @param body a call or help signal as it is kept, or a judgement
 * @param conflict a call whose event id was sent before with other content
 * @param receiptsAreIncidents its source never sends two receipts of one happening
 * @param at when it was committed
 */
public record CityItem(
    RowKey key, String body, boolean conflict, boolean receiptsAreIncidents, Instant at) {
  boolean isCall() {
    return key.stream().equals(RowKey.CALL);
  }
}
