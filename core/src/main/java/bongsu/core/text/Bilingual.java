package bongsu.core.text;

/** One sentence in the languages of the room. */
public record Bilingual(String ko, String en) {
  /** The same word in both, such as a name or a number. */
  public static Bilingual same(String text) {
    return new Bilingual(text, text);
  }
}
