package bongsu.rules.judge;

import bongsu.rules.judge.Selection.AssetFilter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code kind: near}: a thing comes within {@code radiusM} of something else, and is no longer when
 * it is more than {@code clearM} away, or when its events are not those of {@code on} any more.
 * {@code of} names what: registered assets ({@code kind}, {@code type}; {@link NearAssetRule}) or
 * other things that report ({@code event: UnitPosition}, …; {@link NearThingRule}).
 */
final class Near implements RuleKind {
  private static final Set<EventType> TYPES = EnumSet.allOf(EventType.class);
  private static final double MAX_M = 50_000;
  private static final Template CLEARED =
      new Template("{name}·{other}: {distanceM} m, 해제", "{name}, {other}: {distanceM} m, cleared");

  @Override
  public String name() {
    return "near";
  }

  @Override
  public Scope scope() {
    return Scope.CITY;
  }

  @Override
  public @Nullable Rule read(RuleHead head, RuleFields fields) {
    Selection on = Selection.read(fields.map("on", "event and what of it"), TYPES);
    if (on == null) return null;
    if (!fields.has("radiusM")) fields.wrong("radiusM", "is missing", "metres");
    double radiusM = fields.number("radiusM", 1, MAX_M, 1);
    double clearM = fields.number("clearM", radiusM, MAX_M, radiusM);
    Messages messages = Messages.read(fields, on.type(), CLEARED, "other", "distanceM");
    RuleFields of = fields.map("of", "kind and type of assets, or an event");
    return of.has("event")
        ? ofThings(head, fields, of, on, new Reach(radiusM, clearM), messages)
        : ofAssets(head, of, on, new Reach(radiusM, clearM), messages);
  }

  private Rule ofAssets(
      RuleHead head, RuleFields of, Selection on, Reach reach, Messages messages) {
    AssetFilter assets = AssetFilter.read(of);
    return new Rule(
        head,
        this,
        List.of(on),
        city -> new NearAssetRule(
            new Aim(on, city.assets()), assets, reach, city, new Announcer(head, messages, city)));
  }

  private @Nullable Rule ofThings(
      RuleHead head,
      RuleFields fields,
      RuleFields of,
      Selection on,
      Reach reach,
      Messages messages) {
    Selection other = Selection.read(of, TYPES);
    if (other == null) return null;
    long maxAgeMs = Math.round(1000 * fields.number("maxAgeS", 1, 86_400, 120));
    return new Rule(
        head,
        this,
        List.of(on, other),
        city -> new NearThingRule(
            new Aim(on, city.assets()),
            new Aim(other, city.assets()),
            reach,
            maxAgeMs,
            city,
            new Announcer(head, messages, city)));
  }

  /** How near is near, and how far is no longer. */
  record Reach(double radiusM, double clearM) {}
}
