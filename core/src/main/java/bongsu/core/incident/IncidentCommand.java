package bongsu.core.incident;

import bongsu.core.event.CloseCode;

/** What an operator may do to an incident. */
public sealed interface IncidentCommand {
  /** The {@code command} on the wire. */
  String word();

  /** 인지: somebody is looking at it. */
  record Acknowledge() implements IncidentCommand {
    @Override
    public String word() {
      return "acknowledge";
    }
  }

  /** @param verdict true for 정탐, false for 오탐 */
  record Verify(boolean verdict) implements IncidentCommand {
    @Override
    public String word() {
      return "verify";
    }
  }

  /** @param text 1 to 4 000 characters; may hold personal data, so it stays out of the live stream */
  record Note(String text) implements IncidentCommand {
    /** The longest note, in characters. */
    public static final int MAX_TEXT = 4_000;

    public Note {
      if (text.isEmpty() || text.length() > MAX_TEXT)
        throw new IllegalArgumentException(
            "a note must have 1 to 4000 characters, had " + text.length());
    }

    @Override
    public String word() {
      return "note";
    }
  }

  /** 종결, with its outcome. */
  record Close(CloseCode outcome) implements IncidentCommand {
    @Override
    public String word() {
      return "close";
    }
  }

  /** Opens a closed incident again. */
  record Reopen() implements IncidentCommand {
    @Override
    public String word() {
      return "reopen";
    }
  }
}
