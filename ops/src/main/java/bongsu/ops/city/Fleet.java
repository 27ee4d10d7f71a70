package bongsu.ops.city;

import bongsu.core.asset.Unit;
import bongsu.core.event.UnitPosition;
import bongsu.core.text.Bilingual;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Patrol cars, fire engines and ambulances at their bases. */
final class Fleet {
  private record Type(String prefix, String ko, String en) {}

  private static final Map<String, Type> ENGINES = Map.of(
      "pumper", new Type("PUMP", "펌프차", "pumper"),
      "rescue", new Type("RESCUE", "구조대", "rescue"),
      "command", new Type("CMD", "지휘차", "command car"),
      "ladder", new Type("LADDER", "사다리차", "ladder"));

  private final List<Unit> units = new ArrayList<>();
  private int patrols;
  private int ambulances;

  Fleet(Facts facts) {
    for (Spot base : facts.facilities().getOrDefault("policeStation", List.of()))
      for (int i = 1; i <= base.cars(); i++)
        add(
            Ids.of("PATROL-", ++patrols, 2),
            base,
            "순찰차",
            "patrol car",
            i,
            "patrolCar",
            UnitPosition.Service.POLICE);
    for (Spot base : facts.facilities().getOrDefault("fireStation", List.of())) addPost(base);
  }

  List<Unit> units() {
    return units;
  }

  /** The tens of an engine's number say its post: PUMP-11 is the first pumper of post 1. */
  private void addPost(Spot base) {
    if (base.units() == null) return;
    new TreeMap<>(base.units()).forEach((type, count) -> {
      for (int i = 1; i <= count; i++) {
        if (type.equals("ambulance")) {
          addAmbulance(base, i);
          continue;
        }
        Type engine = ENGINES.get(type);
        if (engine == null)
          throw new IllegalArgumentException("facilities.yaml: no engine " + type);
        String id = engine.prefix() + "-" + base.no() + i;
        add(id, base, engine.ko(), engine.en(), i, type, UnitPosition.Service.FIRE);
      }
    });
  }

  private void addAmbulance(Spot base, int number) {
    String id = Ids.of("AMB-", ++ambulances, 2);
    add(id, base, "구급차", "ambulance", number, "ambulance", UnitPosition.Service.EMS);
  }

  private void add(
      String id,
      Spot base,
      String ko,
      String en,
      int number,
      String type,
      UnitPosition.Service service) {
    Bilingual name = new Bilingual(
        base.name() + ' ' + ko + ' ' + number, base.nameEn() + ' ' + en + ' ' + number);
    units.add(new Unit(id, name, base.position(), service, type, base.id()));
  }
}
