package bongsu.rules.fuse;

import bongsu.core.incident.Act;
import bongsu.core.incident.ChangeHead;
import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.IncidentCommand;
import bongsu.core.incident.Opening;
import bongsu.core.text.Bilingual;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What operators command. Each command carried out leaves exactly one change, by which it is known. */
final class OperatorCommands {
  private static final Bilingual BY_OPERATOR = new Bilingual("운영자", "by an operator");

  private final Places places;
  private final ZoneId zone;

  OperatorCommands(Places places, ZoneId zone) {
    this.places = places;
    this.zone = zone;
  }

  Answer on(Turn turn, FusionInput.Command input) {
    return turn.ledger()
        .find(input.incidentId())
        .<Answer>map(story -> on(turn, story, input))
        .orElseGet(() -> new Answer.UnknownIncident(input.incidentId()));
  }

  private static Answer on(Turn turn, Story story, FusionInput.Command input) {
    Act act = new Act(input.by(), input.commandId());
    Incident incident = story.incident();
    Incident.Done done = incident.findDone(act).orElse(null);
    if (done != null) return new Answer.Accepted(incident.id(), done.seq(), done.revision());
    if (input.expectedRevision() != incident.revision())
      return new Answer.Conflict(incident.id(), incident.revision());
    Answer.Invalid objection = objection(incident, input.command());
    if (objection != null) return objection;
    turn.change(story, change(input.command(), act));
    return new Answer.Accepted(incident.id(), incident.seq(), incident.revision());
  }

  private static Answer.@Nullable Invalid objection(Incident incident, IncidentCommand command) {
    if (command instanceof IncidentCommand.Close && !incident.isOpen())
      return invalid("이미 종결된 사건입니다.", "The incident is closed already.");
    if (command instanceof IncidentCommand.Reopen && incident.isOpen())
      return invalid("이미 열려 있는 사건입니다.", "The incident is open already.");
    if (command instanceof IncidentCommand.Note note && note.text().isBlank())
      return new Answer.Invalid("text", new Bilingual("메모 내용이 비어 있습니다.", "The note has no text."));
    return null;
  }

  private static Answer.Invalid invalid(String ko, String en) {
    return new Answer.Invalid("command", new Bilingual(ko, en));
  }

  private static Function<ChangeHead, IncidentChange> change(IncidentCommand command, Act act) {
    if (command instanceof IncidentCommand.Acknowledge)
      return head -> new IncidentChange.Acknowledged(head, act);
    if (command instanceof IncidentCommand.Verify c)
      return head -> new IncidentChange.Verified(head, c.verdict(), act);
    if (command instanceof IncidentCommand.Note c)
      return head -> new IncidentChange.Noted(head, c.text(), act);
    if (command instanceof IncidentCommand.Close c)
      return head -> new IncidentChange.Closed(head, c.outcome(), act);
    return head -> new IncidentChange.Reopened(head, BY_OPERATOR, act);
  }

  Answer on(Turn turn, FusionInput.OpenByHand input) {
    Act act = new Act(input.by(), input.commandId());
    Story known = turn.ledger().findOpenedBy(act).orElse(null);
    Story story = known == null ? open(turn, input, act) : known;
    IncidentChange.Opened opened = story.incident().opened();
    return new Answer.Accepted(opened.incidentId(), opened.seq(), opened.revision());
  }

  private Story open(Turn turn, FusionInput.OpenByHand input, Act act) {
    Places.Spot spot = places.spot(input.position(), input.place());
    return turn.open(
        new Opening.ByHand(act, input.text()),
        input.kind(),
        input.severity(),
        spot.position(),
        spot.place(),
        input.exercise(),
        zone);
  }
}
