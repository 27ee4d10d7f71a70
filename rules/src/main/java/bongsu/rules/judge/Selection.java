package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.event.UnitPosition;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which events a rule is about, the {@code on:} of its file.
 *
 * @param words quantities, kinds, modes or statuses by type; empty means any
 * @param services of units; empty means any
 * @param ids the things themselves; empty means any
 * @param assets the things by what the register says of them; null means any
 * @param when conditions that all must hold
 */
record Selection(
    EventType type,
    Set<Enum<?>> words,
    Set<UnitPosition.Service> services,
    Set<String> ids,
    @Nullable AssetFilter assets,
    List<Condition> when) {

  /** Things of the register by kind and by type ({@code facilityType}, {@code purpose}, …). */
  record AssetFilter(@Nullable String kind, Set<String> types) {
    boolean takes(Thing thing) {
      return (kind == null || kind.equals(thing.kind()))
          && (types.isEmpty() || types.contains(thing.type()));
    }

    Set<String> idsIn(AssetView assets) {
      return assets.listThings().stream()
          .filter(this::takes)
          .map(Thing::id)
          .collect(Collectors.toUnmodifiableSet());
    }

    static AssetFilter read(RuleFields fields) {
      String kind = fields.findText("kind");
      List<String> types = fields.texts("type");
      if (kind == null && types.isEmpty())
        fields.wrong("kind", "is missing", "name a kind, a type or both");
      fields.noOthers();
      return new AssetFilter(kind, Set.copyOf(types));
    }
  }

  /**
   * Whether an event of this type (and word, where those sort events) says what the rule asks for.
   * That it is about a right thing is {@link Aim}.
   */
  boolean holds(CityEvent event) {
    if (!type.sortsByWord && !words.isEmpty() && !names(EventType.wordOf(event))) return false;
    for (int i = 0; i < when.size(); i++) if (!when.get(i).holds(event)) return false;
    return true;
  }

  private boolean names(@Nullable Enum<?> word) {
    return word != null && words.contains(word);
  }

  /**
   * Reads the selection under {@code on} (or another key with the same fields).
   *
   * @return null when it is not known which event is meant; what else is right depends on that
   */
  static @Nullable Selection read(RuleFields on, Set<EventType> allowed) {
    EventType type = on.oneOf("event", EventType.class);
    if (type != null && !allowed.contains(type)) {
      on.wrong("event", "is " + type.wire() + ", which this kind cannot judge", names(allowed));
      type = null;
    }
    return type == null ? null : read(on, type);
  }

  private static Selection read(RuleFields on, EventType type) {
    RuleFields assets = on.findMap("assets");
    Selection selection = new Selection(
        type,
        words(on, type),
        type == EventType.UNIT_POSITION
            ? on.setOf("services", UnitPosition.Service.class)
            : EnumSet.noneOf(UnitPosition.Service.class),
        Set.copyOf(on.texts(type.idsKey)),
        assets == null ? null : AssetFilter.read(assets),
        Condition.readAll(on, type));
    on.noOthers();
    return selection;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Set<Enum<?>> words(RuleFields on, EventType type) {
    return Set.copyOf((Set<Enum<?>>) (Set) on.setOf(type.wordsKey, (Class) type.words));
  }

  private static String names(Set<EventType> types) {
    return "one of " + types.stream().map(EventType::wire).collect(Collectors.joining(", "));
  }
}
