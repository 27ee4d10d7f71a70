package bongsu.rules.fuse;

import bongsu.core.event.HelpSignal;
import bongsu.core.incident.EventKey;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.IncidentKind;
import bongsu.core.incident.Opening;
import java.time.Instant;
import java.time.ZoneId;

/** What calls for help do: open an incident, unless one near in place, time and kind is open. */
final class HelpFusion {
  private final Matching matching;
  private final Places places;
  private final Consequences consequences;
  private final ZoneId zone;

  HelpFusion(Matching matching, Places places, Consequences consequences, ZoneId zone) {
    this.matching = matching;
    this.places = places;
    this.consequences = consequences;
    this.zone = zone;
  }

  void on(Turn turn, HelpSignal help, Instant receivedAt) {
    if (turn.ledger().findByHelp(EventKey.of(help.origin())).isPresent()) return;
    matching
        .find(Report.of(help, turn.now()), turn)
        .ifPresentOrElse(
            match -> join(turn, match, help, receivedAt), () -> open(turn, help, receivedAt));
  }

  private void join(Turn turn, Matching.Match match, HelpSignal help, Instant receivedAt) {
    turn.change(
        match.story(),
        head -> new IncidentChange.HelpJoined(head, help, receivedAt, match.evidence()));
    consequences.settle(turn, match.story());
  }

  private void open(Turn turn, HelpSignal help, Instant receivedAt) {
    Places.Spot spot = places.spot(help.position(), null);
    turn.open(
        new Opening.ByHelp(help, receivedAt),
        IncidentKind.HELP,
        Severities.of(help),
        spot.position(),
        spot.place(),
        help.origin().exercise(),
        zone);
  }
}
