package bongsu.rules.fuse;

import bongsu.core.incident.Evidence;
import bongsu.core.text.Bilingual;

/** Says a fit: "120 m, 40 s later, smoke after fire: joined". */
final class FitWords {
  private FitWords() {}

  static Bilingual of(Correlation.Fit fit, Evidence evidence) {
    Bilingual near = evidence.nearness();
    String ko = fit.placed() ? near.ko() : near.ko() + ", 같은 장치";
    String en = fit.placed() ? near.en() : near.en() + ", same device";
    return new Bilingual(ko + ", " + kindsKo(fit) + ": 합류", en + ", " + kindsEn(fit) + ": joined");
  }

  private static String kindsKo(Correlation.Fit fit) {
    String told = fit.told().said().ko();
    String known = fit.known().said().ko();
    if (fit.told().equals(fit.known())) return "같은 종류(" + told + ")";
    return known + (fit.laterMs() < 0 ? "에 앞서 " : "에 이어 ") + told;
  }

  private static String kindsEn(Correlation.Fit fit) {
    String told = fit.told().said().en();
    String known = fit.known().said().en();
    if (fit.told().equals(fit.known())) return "also " + told;
    return told + (fit.laterMs() < 0 ? " before " : " after ") + known;
  }
}
