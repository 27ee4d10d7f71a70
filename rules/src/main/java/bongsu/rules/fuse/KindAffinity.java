package bongsu.rules.fuse;

import bongsu.core.alarm.Alarm;
import bongsu.core.incident.IncidentKind;
import bongsu.core.text.Bilingual;
import bongsu.core.wire.WireEnum;
import java.util.HashMap;
import java.util.Map;

/**
 * Which kinds of report may tell of one happening, and how far apart such reports lie in place and
 * time. The tables are the documentation. Their figures are our own estimates, to be tuned on
 * labelled days.
 */
final class KindAffinity {
  /**
   * Word | metres over which reports of one such happening spread | minutes for which they keep
   * coming | Korean | English.
   */
  private static final String WORDS = """
      fire        |  100 |  60 | 화재 | fire
      smoke       |  100 |  60 | 연기 | smoke
      arson       |  100 |  60 | 방화 | arson
      gas         |  150 |  60 | 가스 | gas
      hazmat      |  200 |  90 | 화학물질 | hazardous material
      collapse    |  100 | 120 | 붕괴 | collapse
      rescue      |  100 |  60 | 구조 | rescue
      ems         |   60 |  15 | 구급 | medical
      fall        |   60 |  15 | 쓰러짐 | person down
      drowning    |  100 |  30 | 익수 | drowning
      flood       |  250 | 180 | 침수 | flooding
      river       |  400 | 360 | 하천수위 | river level
      rain        | 2000 | 360 | 호우 | heavy rain
      landslide   |  250 | 180 | 산사태 | landslide
      weather     | 2000 | 360 | 기상 | weather
      air         | 2000 | 360 | 대기 | air quality
      traffic     |  120 |  30 | 교통 | traffic
      signal      |   60 |  30 | 신호 | signal
      robbery     |  150 |  20 | 강도 | robbery
      theft       |  100 |  20 | 절도 | theft
      weapon      |  150 |  20 | 흉기 | weapon
      fight       |  100 |  15 | 폭행·싸움 | fight
      assault     |  100 |  15 | 폭행 | assault
      kidnapping  |  150 |  30 | 납치 | kidnapping
      domestic    |   60 |  20 | 가정폭력 | domestic violence
      disturbance |  100 |  20 | 소란 | disturbance
      suspicious  |  100 |  15 | 거동수상 | suspicious person
      crime       |  100 |  20 | 범죄 | crime
      missing     |  200 | 120 | 실종 | missing person
      crowd       |  150 |  60 | 인파 | crowd
      help        |   60 |  15 | 도움 요청 | call for help
      disaster    |  250 | 180 | 재난 | disaster
      device      |   30 |  60 | 장치 | device
      other       |   80 |  15 | 기타 | other
      """;

  /** What an alarm saw, as one of the words above; what is not named here is the alarm's kind. */
  private static final String OBSERVATIONS = """
      fire=fire smoke=smoke arson=arson fall=fall fight=fight drowning=drowning crowd=crowd
      flooding=flood missingPerson=missing vehicleStopped=traffic wrongWay=traffic
      waterLevelM=river waterDepthM=flood rain1hMm=rain rain3hMm=rain smokePct=smoke
      lelPct=gas coPpm=gas h2sPpm=gas o2Pct=gas co2Pct=gas
      tiltDeg=landslide tiltRateDegH=landslide soilMoisturePct=landslide
      loitering=suspicious intrusion=suspicious abandonment=suspicious
      helpButton=help sos=help
      """;

  /** Both ways, 0 to 1; a word with itself is 1 unless it stands here; what is missing is 0. */
  private static final String AFFINITY = """
      fire smoke 0.9, fire arson 0.9, smoke arson 0.8, fire gas 0.6, smoke gas 0.6
      fire hazmat 0.5, smoke hazmat 0.5, gas hazmat 0.8, fire collapse 0.5, gas collapse 0.4
      fire rescue 0.5, smoke rescue 0.4, collapse rescue 0.7, gas rescue 0.4, hazmat rescue 0.4
      fire ems 0.4, gas ems 0.4, hazmat ems 0.4, collapse ems 0.5, rescue ems 0.6
      fire disturbance 0.2, fire disaster 0.3, collapse disaster 0.4, collapse landslide 0.6
      ems fall 0.8, rescue fall 0.4, rescue drowning 0.8, ems drowning 0.7, flood drowning 0.4
      flood river 0.6, flood rain 0.4, river rain 0.3, flood rescue 0.5, flood traffic 0.5
      flood disaster 0.6, rain disaster 0.3, river disaster 0.4, landslide disaster 0.6
      landslide rain 0.2, landslide rescue 0.5, weather rain 0.5, weather disaster 0.3
      traffic ems 0.6, traffic rescue 0.6, traffic fall 0.4, traffic signal 0.4, traffic fire 0.3
      robbery weapon 0.8, robbery assault 0.7, robbery theft 0.7, robbery fight 0.6
      robbery crime 0.8, robbery help 0.6, robbery suspicious 0.4, robbery kidnapping 0.4
      weapon assault 0.8, weapon fight 0.8, weapon crime 0.7, weapon help 0.6
      weapon disturbance 0.6, weapon suspicious 0.5, weapon kidnapping 0.6, weapon domestic 0.5
      assault fight 0.9, assault crime 0.8, assault help 0.7, assault disturbance 0.6
      assault ems 0.5, assault fall 0.5, assault domestic 0.6, assault kidnapping 0.5
      fight help 0.6, fight crime 0.7, fight disturbance 0.8, fight ems 0.4, fight fall 0.5
      fight domestic 0.5, kidnapping help 0.7, kidnapping crime 0.7, kidnapping missing 0.5
      kidnapping suspicious 0.4, theft suspicious 0.6, theft crime 0.7, crime suspicious 0.5
      crime help 0.5, domestic help 0.5, domestic disturbance 0.6, domestic ems 0.3
      disturbance suspicious 0.4, disturbance help 0.4, missing help 0.5, missing suspicious 0.2
      crowd ems 0.5, crowd fall 0.6, crowd disturbance 0.5, crowd disaster 0.5, crowd rescue 0.5
      crowd help 0.4, ems help 0.5, fall help 0.6, ems ems 0.8, help help 0.8
      other other 0.3, other ems 0.2, other rescue 0.2, other traffic 0.2, other disturbance 0.3
      other suspicious 0.2, other help 0.3, other fire 0.2, other flood 0.2, other disaster 0.2
      """;

  private static final Map<String, Word> WORD = words();
  private static final Map<String, Word> OBSERVED = observations();
  private static final double[][] BETWEEN = affinities();

  private KindAffinity() {}

  /**
   * @param spreadM standard deviation, along one axis, of where such reports lie
   * @param lastsMs after this long without a report, the next tells of another happening
   */
  record Word(int index, String name, double spreadM, long lastsMs, Bilingual said) {}

  static Word wordOf(IncidentKind kind) {
    return get(WireEnum.wordOf(kind));
  }

  static Word wordOf(Alarm alarm) {
    Word word = OBSERVED.get(alarm.observation());
    return word == null ? wordOf(alarm.kind()) : word;
  }

  /** 0 to 1, the same both ways. */
  static double between(Word a, Word b) {
    return BETWEEN[a.index][b.index];
  }

  private static Word get(String name) {
    Word word = WORD.get(name);
    if (word == null) throw new IllegalStateException("no word for " + name);
    return word;
  }

  private static Map<String, Word> words() {
    Map<String, Word> words = new HashMap<>();
    for (String line : WORDS.lines().toList()) {
      String[] cells = line.strip().split(" *\\| *");
      Bilingual said = new Bilingual(cells[3], cells[4]);
      double spreadM = Double.parseDouble(cells[1]);
      long lastsMs = Long.parseLong(cells[2]) * 60_000;
      words.put(cells[0], new Word(words.size(), cells[0], spreadM, lastsMs, said));
    }
    return words;
  }

  private static Map<String, Word> observations() {
    Map<String, Word> observed = new HashMap<>();
    for (String pair : OBSERVATIONS.strip().split("\\s+")) {
      String[] sides = pair.split("=");
      observed.put(sides[0], get(sides[1]));
    }
    return observed;
  }

  private static double[][] affinities() {
    double[][] between = new double[WORD.size()][WORD.size()];
    for (int i = 0; i < between.length; i++) between[i][i] = 1;
    for (String entry : AFFINITY.strip().split("[,\n]\\s*")) {
      String[] cells = entry.strip().split(" ");
      int a = get(cells[0]).index;
      int b = get(cells[1]).index;
      between[a][b] = between[b][a] = Double.parseDouble(cells[2]);
    }
    return between;
  }
}
