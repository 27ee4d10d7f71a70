package bongsu.rules.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a rule says when it raises and when that is over. */
record Messages(Template raised, Template cleared) {
  /**
   * Reads {@code message} and, where the author wants words of his own, {@code cleared}.
   *
   * @param otherwise said when there is no {@code cleared}
   * @param more the placeholders the kind adds
   */
  static Messages read(RuleFields fields, EventType type, Template otherwise, String... more) {
    Set<String> allowed = new HashSet<>(Announcer.PLACEHOLDERS);
    allowed.addAll(type.placeholders);
    allowed.addAll(List.of(more));
    Template raised = Template.read(fields.map("message", "ko and en below it"), allowed);
    RuleFields cleared = fields.findMap("cleared");
    return new Messages(raised, cleared == null ? otherwise : Template.read(cleared, allowed));
  }
}
