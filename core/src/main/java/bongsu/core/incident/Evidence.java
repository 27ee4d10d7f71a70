package bongsu.core.incident;

import bongsu.core.text.Bilingual;
import java.util.List;

/**
 * Why a report joined an incident: what it was compared in, and what each part added.
 *
 * @param distanceM from the incident to the report, in whole metres
 * @param laterS seconds after the incident's newest report; negative when it tells of an earlier time
 * @param kindA the report's word, such as {@code smoke}
 * @param kindB the incident's word nearest to it, such as {@code fire}
 * @param score weighted geometric mean of the parts, 0 to 1: a part of 0 refuses
 * @param threshold what the score had to reach
 * @param words the same in a sentence
 */
public record Evidence(
    long distanceM,
    long laterS,
    String kindA,
    String kindB,
    double score,
    double threshold,
    List<Part> parts,
    Bilingual words) {
  public Evidence {
    parts = List.copyOf(parts);
  }

  /** One part of the score: distance, time or kind; {@code score} 0 to 1. */
  public record Part(String name, double score, double weight) {}

  public Evidence withWords(Bilingual others) {
    return new Evidence(distanceM, laterS, kindA, kindB, score, threshold, parts, others);
  }

  /** "120 m, 40 s later". */
  public Bilingual nearness() {
    return new Bilingual(distanceM + " m, " + laterKo(), distanceM + " m, " + laterEn());
  }

  private String laterKo() {
    long s = Math.abs(laterS);
    return (s < 120 ? s + "초 " : s / 60 + "분 ") + (laterS < 0 ? "앞" : "뒤");
  }

  private String laterEn() {
    long s = Math.abs(laterS);
    return (s < 120 ? s + " s " : s / 60 + " min ") + (laterS < 0 ? "earlier" : "later");
  }
}
