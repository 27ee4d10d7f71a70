package bongsu.rules.judge;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code kind: fence}: something comes into a zone, leaves it, is in it, or crosses its boundary.
 * {@code zones} names them by {@code ids} or {@code zoneType}; with {@code together: true} they
 * count as one area without inner borders. {@link FenceRule} says exactly what happens.
 */
final class Fence implements RuleKind {
  private static final Set<EventType> TYPES = EnumSet.allOf(EventType.class);
  private static final Template CLEARED =
      new Template("{name}: {zone} 상황 해제", "{name}: no longer so ({zone})");

  /** What raises. */
  enum Transition {
    ENTER,
    EXIT,
    INSIDE,
    CROSS
  }

  @Override
  public String name() {
    return "fence";
  }

  @Override
  public Scope scope() {
    return Scope.THING;
  }

  @Override
  public @Nullable Rule read(RuleHead head, RuleFields fields) {
    Selection on = Selection.read(fields.map("on", "event and what of it"), TYPES);
    if (on == null) return null;
    Transition transition = fields.oneOf("transition", Transition.class);
    FenceSpec spec = new FenceSpec(
        transition == null ? Transition.ENTER : transition,
        zones(fields.map("zones", "ids or a zoneType")),
        fields.flag("together"),
        fields.number("hysteresisM", 0, 10_000, 0));
    Messages messages = Messages.read(fields, on.type(), CLEARED, "zone");
    return new Rule(
        head,
        this,
        List.of(on),
        city -> new FenceRule(
            new Aim(on, city.assets()), spec, city, new Announcer(head, messages, city)));
  }

  private static Predicate<ZoneShape> zones(RuleFields fields) {
    Set<String> ids = Set.copyOf(fields.texts("ids"));
    Set<String> types = Set.copyOf(fields.texts("zoneType"));
    if (ids.isEmpty() && types.isEmpty())
      fields.wrong("", "names no zones", "ids, a zoneType, or both to narrow it");
    fields.noOthers();
    return zone -> (ids.isEmpty() || ids.contains(zone.id()))
        && (types.isEmpty() || types.contains(zone.zoneType()));
  }

  /** @param hysteresisM how far out of a zone it was in a thing must be to have left it */
  record FenceSpec(
      Transition transition, Predicate<ZoneShape> zones, boolean together, double hysteresisM) {

    Areas areasIn(Surroundings city) {
      List<Area> areas = city.areas(zones);
      return new Areas(
          together && areas.size() > 1 ? List.of(Area.together("together", areas)) : areas);
    }
  }
}
