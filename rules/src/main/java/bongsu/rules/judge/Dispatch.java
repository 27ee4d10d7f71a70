package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds who wants an event by its type and word in two array steps; most events nobody wants. */
final class Dispatch<T> {
  private final Object[][][] byTypeAndWord;

  /** @param listeners in the order they are to be asked */
  Dispatch(List<Listener<T>> listeners) {
    EventType[] types = EventType.values();
    byTypeAndWord = new Object[types.length][][];
    for (EventType type : types) {
      int words = type.sortsByWord ? type.words.getEnumConstants().length : 1;
      byTypeAndWord[type.ordinal()] = new Object[words][];
      for (int word = 0; word < words; word++)
        byTypeAndWord[type.ordinal()][word] = listenersTo(listeners, type, word);
    }
  }

  /** Who wants the events of a selection. */
  record Listener<T>(Selection selection, T who) {
    boolean hears(EventType type, int word) {
      return selection.type() == type
          && (!type.sortsByWord
              || selection.words().isEmpty()
              || selection.words().contains(type.words.getEnumConstants()[word]));
    }
  }

  private static <T> Object[] listenersTo(List<Listener<T>> all, EventType type, int word) {
    Set<Object> heard = new LinkedHashSet<>();
    for (Listener<T> listener : all) if (listener.hears(type, word)) heard.add(listener.who());
    return heard.toArray();
  }

  private static final Object[] NOBODY = {};

  /** Each is a {@code T}; an array without copying, as this is asked for every event. */
  Object[] listenersTo(CityEvent event) {
    EventType type = EventType.of(event);
    if (type == null) return NOBODY;
    Object[][] byWord = byTypeAndWord[type.ordinal()];
    if (!type.sortsByWord) return byWord[0];
    Enum<?> word = EventType.wordOf(event);
    return word == null ? NOBODY : byWord[word.ordinal()];
  }
}
