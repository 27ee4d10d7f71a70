package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.event.UnitPosition;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A {@link Selection} in a city: the ids of the things it is about, looked up once. */
final class Aim {
  private final Selection selection;
  private final @Nullable Set<String> ids;

  Aim(Selection selection, AssetView assets) {
    this.selection = selection;
    this.ids = ids(selection, assets);
  }

  private static @Nullable Set<String> ids(Selection selection, AssetView assets) {
    if (selection.assets() == null) return selection.ids().isEmpty() ? null : selection.ids();
    Set<String> found = new TreeSet<>(selection.assets().idsIn(assets));
    if (!selection.ids().isEmpty()) found.retainAll(selection.ids());
    return Set.copyOf(found);
  }

  /** Whether the event is of the type, and where that sorts events of the word, of the selection. */
  boolean hears(CityEvent event) {
    EventType type = selection.type();
    if (EventType.of(event) != type) return false;
    Enum<?> word = EventType.wordOf(event);
    return !type.sortsByWord
        || selection.words().isEmpty()
        || (word != null && selection.words().contains(word));
  }

  /** Whether an event it hears is about a thing the rule is about, whatever it says. */
  boolean isAt(CityEvent event) {
    if (ids != null && !ids.contains(event.subject())) return false;
    return selection.services().isEmpty()
        || (event instanceof UnitPosition unit && selection.services().contains(unit.service()));
  }

  /** Whether what it says is what the rule asks for. */
  boolean holds(CityEvent event) {
    return selection.holds(event);
  }
}
