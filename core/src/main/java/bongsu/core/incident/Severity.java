package bongsu.core.incident;

import bongsu.core.text.Bilingual;

/** How bad: always shown as colour, shape and word. */
public enum Severity {
  CRITICAL(new Bilingual("위급", "critical")),
  URGENT(new Bilingual("긴급", "urgent")),
  CAUTION(new Bilingual("주의", "caution")),
  NOTICE(new Bilingual("관심", "notice"));

  private final Bilingual word;

  Severity(Bilingual word) {
    this.word = word;
  }

  /** 1 (critical) to 4 (notice), as on the wire. */
  public int level() {
    return ordinal() + 1;
  }

  public Bilingual word() {
    return word;
  }

  /** @throws IllegalArgumentException when {@code level} is not 1 to 4 */
  public static Severity ofLevel(int level) {
    if (level < 1 || level > 4)
      throw new IllegalArgumentException("severity must be 1..4, was " + level);
    return values()[level - 1];
  }

  public boolean worseThan(Severity other) {
    return ordinal() < other.ordinal();
  }
}
