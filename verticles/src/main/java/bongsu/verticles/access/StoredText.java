package bongsu.verticles.access;

/** Makes foreign text fit for a column: PostgreSQL takes neither NUL nor half a character. */
final class StoredText {
  private StoredText() {}

  /** @param max characters kept */
  static String clean(String text, int max) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), max));
    text.codePoints()
        .limit(max)
        .map(point -> isStorable(point) ? point : 0xFFFD)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isStorable(int point) {
    return point != 0 && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }
}
