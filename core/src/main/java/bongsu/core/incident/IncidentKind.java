package bongsu.core.incident;

import bongsu.core.event.CallType;
import bongsu.core.text.Bilingual;

/** What kind of happening an incident or alarm is about: the calls' kinds and those of devices. */
public enum IncidentKind {
  FIRE("화재", "fire"),
  RESCUE("구조", "rescue"),
  EMS("구급", "medical"),
  HAZMAT("화학물질", "hazardous material"),
  GAS("가스", "gas"),
  FLOOD("침수", "flood"),
  RAIN("호우", "heavy rain"),
  LANDSLIDE("산사태", "landslide"),
  WEATHER("기상", "weather"),
  AIR("대기", "air quality"),
  COLLAPSE("붕괴", "collapse"),
  TRAFFIC("교통", "traffic"),
  SIGNAL("신호", "signal"),
  ROBBERY("강도", "robbery"),
  ASSAULT("폭행", "assault"),
  KIDNAPPING("납치", "kidnapping"),
  THEFT("절도", "theft"),
  DOMESTIC("가정폭력", "domestic violence"),
  MISSING("실종", "missing person"),
  DISTURBANCE("소란", "disturbance"),
  SUSPICIOUS("거동수상", "suspicious person"),
  WEAPON("흉기", "weapon"),
  CRIME("범죄", "crime"),
  FALL("쓰러짐", "person down"),
  CROWD("인파", "crowd"),
  HELP("도움 요청", "call for help"),
  DEVICE("장치", "device"),
  DISASTER("재난", "disaster"),
  OTHER("기타", "other");

  private final Bilingual word;

  IncidentKind(String ko, String en) {
    this.word = new Bilingual(ko, en);
  }

  public Bilingual word() {
    return word;
  }

  /** A gas leak is of kind gas; every other call type has a kind of its own name. */
  public static IncidentKind of(CallType type) {
    return type == CallType.GAS_LEAK ? GAS : valueOf(type.name());
  }
}
