package bongsu.rules.fuse;

import bongsu.core.text.Bilingual;

/** What a command came to. */
public sealed interface Answer {
  Bilingual message();

  /** Done, now or when the same command was first sent. */
  record Accepted(String incidentId, long seq, int revision) implements Answer {
    @Override
    public Bilingual message() {
      return new Bilingual("처리됨", "Done");
    }
  }

  /**
   * Somebody changed the incident meanwhile.
   *
   * @param revision the one it has now
   */
  record Conflict(String incidentId, int revision) implements Answer {
    @Override
    public Bilingual message() {
      return new Bilingual(
          "그 사이 사건이 바뀌었습니다. 최신 내용을 확인하고 다시 시도하세요.",
          "The incident changed meanwhile. Look at what changed and try again.");
    }
  }

  /** No such incident is open or recently closed. */
  record UnknownIncident(String incidentId) implements Answer {
    @Override
    public Bilingual message() {
      return new Bilingual(
          "사건 " + incidentId + "을(를) 찾을 수 없거나 이미 보관되었습니다.",
          "Incident " + incidentId + " does not exist or is archived.");
    }
  }

  /**
   * Makes no sense for the incident as it is.
   *
   * @param field of the command at fault
   */
  record Invalid(String field, Bilingual message) implements Answer {}
}
