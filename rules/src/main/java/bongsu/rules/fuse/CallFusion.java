package bongsu.rules.fuse;

import bongsu.core.event.CallReport;
import bongsu.core.event.CallStage;
import bongsu.core.event.UnitTimes;
import bongsu.core.incident.CallRecord;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.IncidentKind;
import bongsu.core.incident.Opening;
import bongsu.core.incident.ReceiptKey;
import bongsu.core.incident.Units;
import bongsu.core.text.Bilingual;
import bongsu.core.wire.EventWriter;
import java.time.ZoneId;
import java.util.List;

/** What a call report does: revises its own record, joins an incident, or opens one. */
final class CallFusion {
  private static final Bilingual NEW_CALL = new Bilingual("새 신고 합류", "a new call joined");
  private static final Bilingual CALL_OPEN = new Bilingual("신고가 다시 진행 중", "its call is open again");

  private final Matching matching;
  private final Places places;
  private final Consequences consequences;
  private final ZoneId zone;

  CallFusion(Matching matching, Places places, Consequences consequences, ZoneId zone) {
    this.matching = matching;
    this.places = places;
    this.consequences = consequences;
    this.zone = zone;
  }

  void on(Turn turn, FusionInput.Call input) {
    ReceiptKey receipt = ReceiptKey.of(input.call());
    turn.ledger()
        .findByReceipt(receipt)
        .ifPresentOrElse(story -> onKnown(turn, story, receipt, input), () -> onNew(turn, input));
  }

  private void onNew(Turn turn, FusionInput.Call input) {
    Report report = Report.of(input.call(), input.receiptsAreIncidents(), turn.now());
    Story story = matching
        .find(report, turn)
        .map(match -> join(turn, match, input))
        .orElseGet(() -> open(turn, input));
    if (input.conflict()) flag(turn, story, input.call(), input.call());
    consequences.settle(turn, story);
    if (isClosed(input.call())) closeIfAllAre(turn, story);
  }

  private Story join(Turn turn, Matching.Match match, FusionInput.Call input) {
    turn.change(
        match.story(),
        head -> new IncidentChange.CallJoined(
            head,
            input.call(),
            input.receiptsAreIncidents(),
            input.receivedAt(),
            match.evidence()));
    if (!match.story().incident().isOpen() && !isClosed(input.call()))
      turn.change(match.story(), head -> new IncidentChange.Reopened(head, NEW_CALL, null));
    return match.story();
  }

  private Story open(Turn turn, FusionInput.Call input) {
    CallReport call = input.call();
    Places.Spot spot = places.spot(call.position(), call.address());
    return turn.open(
        new Opening.ByCall(call, input.receiptsAreIncidents(), input.receivedAt()),
        IncidentKind.of(call.callType()),
        Severities.of(call),
        spot.position(),
        spot.place(),
        call.origin().exercise(),
        zone);
  }

  private void onKnown(Turn turn, Story story, ReceiptKey receipt, FusionInput.Call input) {
    CallRecord record = story.records().findCall(receipt).orElseThrow();
    if (input.conflict()) flagOnce(turn, story, record, input.call());
    else if (input.call().revision() > record.call().revision())
      revise(turn, story, record, newer(record.call(), input.call()));
    else addTimes(turn, story, record, input.call());
  }

  private static void flagOnce(Turn turn, Story story, CallRecord record, CallReport other) {
    String body = EventWriter.body(other);
    boolean known =
        record.conflicts().stream().anyMatch(c -> EventWriter.body(c).equals(body));
    if (!known) flag(turn, story, record.call(), other);
  }

  private static void flag(Turn turn, Story story, CallReport first, CallReport other) {
    turn.change(
        story,
        head ->
            new IncidentChange.CallConflict(head, other, CallDifferences.between(first, other)));
  }

  private static CallReport newer(CallReport before, CallReport after) {
    return after.withUnits(Units.merge(before.units(), after.units(), true));
  }

  /** The same or an older revision tells nothing new but times that were not known. */
  private void addTimes(Turn turn, Story story, CallRecord record, CallReport older) {
    List<UnitTimes> merged = Units.merge(record.call().units(), older.units(), false);
    if (!merged.equals(record.call().units()))
      revise(turn, story, record, record.call().withUnits(merged));
  }

  private void revise(Turn turn, Story story, CallRecord before, CallReport after) {
    turn.change(
        story,
        head -> new IncidentChange.CallRevised(
            head, after, CallDifferences.between(before.call(), after)));
    boolean wasClosed = isClosed(before.call());
    if (wasClosed && !isClosed(after)) reopenIfClosedByCalls(turn, story);
    consequences.settle(turn, story);
    if (!wasClosed && isClosed(after)) closeIfAllAre(turn, story);
  }

  private static void reopenIfClosedByCalls(Turn turn, Story story) {
    if (!story.incident().isOpen() && !story.incident().closedByHand())
      turn.change(story, head -> new IncidentChange.Reopened(head, CALL_OPEN, null));
  }

  private static void closeIfAllAre(Turn turn, Story story) {
    if (!story.incident().isOpen()) return;
    Consequences.outcomeOf(story.records())
        .ifPresent(
            outcome -> turn.change(story, head -> new IncidentChange.Closed(head, outcome, null)));
  }

  private static boolean isClosed(CallReport call) {
    return call.stage() == CallStage.CLOSED;
  }
}
