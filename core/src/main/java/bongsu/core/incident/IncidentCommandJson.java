package bongsu.core.incident;

import bongsu.core.event.CloseCode;
import bongsu.core.wire.Fields;
import bongsu.core.wire.JsonText;
import bongsu.core.wire.RejectedException;
import bongsu.core.wire.WireEnum;

/** Commands as docs/interface.md writes them. */
public final class IncidentCommandJson {
  private static final WireEnum<CloseCode> OUTCOMES = WireEnum.of(CloseCode.class);

  private IncidentCommandJson() {}

  /** @throws RejectedException naming the field at fault */
  public static IncidentCommand read(Fields f) {
    return switch (f.text("command", 32)) {
      case "acknowledge" -> new IncidentCommand.Acknowledge();
      case "verify" -> new IncidentCommand.Verify(verdict(f));
      case "note" -> new IncidentCommand.Note(f.text("text", IncidentCommand.Note.MAX_TEXT));
      case "close" -> new IncidentCommand.Close(f.oneOf("outcome", OUTCOMES));
      case "reopen" -> new IncidentCommand.Reopen();
      default ->
        throw new RejectedException(
            "command", "must be one of acknowledge, verify, note, close, reopen");
    };
  }

  private static boolean verdict(Fields f) {
    return switch (f.text("verdict", 8)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new RejectedException("verdict", "must be \"true\" or \"false\"");
    };
  }

  /** Puts the command's own fields into the open object. */
  public static void write(JsonText json, IncidentCommand command) {
    json.put("command", command.word());
    if (command instanceof IncidentCommand.Verify c)
      json.put("verdict", Boolean.toString(c.verdict()));
    else if (command instanceof IncidentCommand.Note c) json.put("text", c.text());
    else if (command instanceof IncidentCommand.Close c) json.put("outcome", c.outcome());
  }
}
