package bongsu.core.incident;

import bongsu.core.text.Bilingual;

/** How far one unit is on one call. */
public enum UnitStage {
  DISPATCHED("지령", "dispatched"),
  EN_ROUTE("출동", "en route"),
  ON_SCENE("현장도착", "on scene"),
  TRANSPORT("이송", "transporting"),
  AT_HOSPITAL("병원도착", "at hospital"),
  CLEARED("임무종료", "cleared");

  private final Bilingual word;

  UnitStage(String ko, String en) {
    this.word = new Bilingual(ko, en);
  }

  public Bilingual word() {
    return word;
  }
}
