/** @import {IncidentDetail} from '../../state/wire.js' */

const MINUTE = 60_000;
const EVIDENCE = {
  distanceM: 120,
  laterS: 40,
  kindA: 'smoke',
  kindB: 'fire',
  score: 0.82,
  threshold: 0.5,
  parts: [
    { name: 'distance', score: 0.9, weight: 0.4 },
    { name: 'time', score: 0.9, weight: 0.3 },
    { name: 'kind', score: 0.67, weight: 0.3 },
  ],
  ko: '120 m, 40초 뒤, 화재에 이어 연기: 합류',
  en: '120 m, 40 s later, smoke after fire: joined',
};

/**
 * Incidents as the server would tell them, opened some minutes before now.
 *
 * @param {number} nowMs
 * @returns {IncidentDetail[]}
 */
export function demoIncidents(nowMs) {
  const at = (/** @type {number} */ minutesAgo) =>
    new Date(nowMs - minutesAgo * MINUTE).toISOString();
  return [
    apartmentFire(at),
    incident(2, at(14), {
      kind: 'flood',
      severity: 2,
      acknowledged: true,
      verdict: 'true',
      place: '정천지하차도',
      position: { latDeg: 37.2935, lonDeg: 126.983 },
      calls: {},
      alarms: 3,
      newest: says(
        'AlarmJoined',
        at(1),
        '정천지하차도 침수 깊이 18 cm (차단 15 cm 초과, 10분에 +11 cm)',
        'Jeongcheon underpass water depth 18 cm (closes at 15 cm, +11 cm in 10 min)',
      ),
    }),
    incident(3, at(4), {
      kind: 'robbery',
      severity: 1,
      acknowledged: true,
      verdict: null,
      place: '팔달구 매산로1가 18 수원역 로데오거리',
      position: { latDeg: 37.2672, lonDeg: 127.0023, accuracyM: 120 },
      calls: { 112: 2 },
      progress: { 112: 'enRoute' },
      newest: says(
        'CallJoined',
        at(1),
        '112 신고 합류: 85 m, 70초 뒤',
        '112 call joined: 85 m, 70 s later',
      ),
    }),
    incident(4, at(31), {
      kind: 'fall',
      severity: 3,
      acknowledged: true,
      verdict: null,
      place: '만석공원 북측',
      position: { latDeg: 37.3012, lonDeg: 127.0009 },
      calls: {},
      alarms: 1,
      newest: says(
        'Opened',
        at(31),
        'CAM-00123 쓰러짐 (신뢰도 91 %)',
        'CAM-00123 person fallen (confidence 91 %)',
      ),
    }),
    incident(5, at(8), {
      kind: 'traffic',
      severity: 3,
      acknowledged: false,
      place: '월드컵로 아주대삼거리',
      position: { latDeg: 37.274, lonDeg: 127.043 },
      calls: { 112: 1, 119: 1 },
      progress: { 112: 'onScene', 119: 'dispatched' },
      newest: says('CallRevised', at(2), '112 현장도착: 순21', '112 on scene: PAT-21'),
    }),
    incident(6, at(55), {
      kind: 'signal',
      severity: 4,
      acknowledged: true,
      verdict: null,
      place: '법원사거리',
      position: { latDeg: 37.2748, lonDeg: 127.049 },
      calls: {},
      alarms: 1,
      newest: says('Opened', at(55), '법원사거리 신호 점멸', 'Beobwon junction is flashing'),
    }),
    incident(7, at(3), {
      kind: 'rescue',
      severity: 2,
      acknowledged: false,
      exercise: true,
      place: '광교호수공원',
      position: { latDeg: 37.2836, lonDeg: 127.0658 },
      calls: { 119: 1 },
      progress: { 119: 'reported' },
      newest: says('Opened', at(3), '훈련: 119 신고 접수', 'Exercise: 119 call received'),
    }),
    incident(8, at(75), {
      kind: 'ems',
      severity: 3,
      state: 'closed',
      acknowledged: true,
      verdict: 'true',
      closedAt: at(20),
      place: '영통구 매영로 345',
      position: { latDeg: 37.2588, lonDeg: 127.049 },
      calls: { 119: 1 },
      progress: { 119: 'closed' },
      newest: says('Closed', at(20), '종결: 완결', 'Closed: completed'),
    }),
  ];
}

/** @param {(minutesAgo: number) => string} at */
function apartmentFire(at) {
  const fire = incident(1, at(2.2), {
    kind: 'fire',
    severity: 1,
    acknowledged: false,
    place: '인계동 1042',
    placeEn: '1042 Ingye-dong',
    signals: 1,
    position: { latDeg: 37.2665, lonDeg: 127.0255, accuracyM: 30 },
    calls: { 119: 3, 112: 1 },
    alarms: 2,
    progress: { 119: 'enRoute', 112: 'dispatched' },
    newest: says(
      'CallJoined',
      at(0.5),
      '119 신고 합류: 120 m, 40초 뒤',
      '119 call joined: 120 m, 40 s later',
    ),
  });
  fire.callRecords = [
    {
      agency: '119',
      source: 'fire-119',
      receiptNo: '119-0001',
      revision: 2,
      callType: 'fire',
      code: null,
      stage: 'enRoute',
      receivedAt: at(2.2),
      address: '인계동 1042 한신아파트 3동',
      phone: '010-1234-5678',
      narrative: '3층에서 연기가 나고 사람이 창문에 있어요',
      injured: 1,
      conflict: false,
      evidence: null,
      units: [
        {
          unitId: 'PUMP-11',
          unitType: 'pumper',
          dispatchedAt: at(1.8),
          enRouteAt: at(1.2),
          onSceneAt: null,
        },
        {
          unitId: 'LADDER-02',
          unitType: 'ladder',
          dispatchedAt: at(1.8),
          enRouteAt: at(1),
          onSceneAt: null,
        },
        {
          unitId: 'AMB-07',
          unitType: 'ambulance',
          dispatchedAt: at(1.7),
          enRouteAt: null,
          onSceneAt: null,
        },
      ],
    },
    {
      agency: '119',
      source: 'fire-119',
      receiptNo: '119-0002',
      revision: 1,
      callType: 'fire',
      code: null,
      stage: 'reported',
      receivedAt: at(1.5),
      address: '인계동 1040',
      narrative: '<img src=x onerror=alert(1)> 탄 냄새',
      conflict: true,
      evidence: EVIDENCE,
      units: [],
    },
    {
      agency: '112',
      source: 'police-112',
      receiptNo: '112-0007',
      revision: 1,
      callType: 'fire',
      code: 1,
      stage: 'dispatched',
      receivedAt: at(1.2),
      address: '인계동 1042 앞',
      evidence: {
        ...EVIDENCE,
        distanceM: 45,
        score: 0.91,
        ko: '45 m, 60초 뒤, 같은 종류: 합류',
        en: '45 m, 60 s later, same kind: joined',
      },
      units: [],
    },
  ];
  fire.alarmRecords = [
    {
      alarmId: 'a-1',
      ruleId: 'camera-smoke',
      ruleVersion: 3,
      subject: 'CAM-00123',
      raisedAt: at(2.4),
      clearedAt: null,
      severity: 2,
      ko: 'CAM-00123 인계동 1042 연기 (신뢰도 91 %)',
      en: 'CAM-00123 Ingye-dong 1042 smoke (confidence 91 %)',
      evidence: EVIDENCE,
    },
    {
      alarmId: 'a-2',
      ruleId: 'smoke-level',
      ruleVersion: 1,
      subject: 'S-0021',
      raisedAt: at(1.1),
      clearedAt: at(0.6),
      severity: 3,
      ko: '인계동 연기 12 % (주의 10 % 초과)',
      en: 'Ingye-dong smoke 12 % (over caution 10 %)',
      evidence: EVIDENCE,
    },
  ];
  fire.helpRecords = [
    {
      deviceId: 'BELL-7',
      kind: 'helpButton',
      source: 'bells',
      eventId: 'b-1',
      observedAt: at(1.4),
      receivedAt: at(1.4),
      phone: null,
      narrative: '연기가 보여요',
      evidence: EVIDENCE,
    },
  ];
  fire.timeline = [
    entry(
      7,
      at(0.5),
      'CallJoined',
      'fusion',
      '119 신고 합류: 120 m, 40초 뒤',
      '119 call joined: 120 m, 40 s later',
    ),
    entry(
      6,
      at(1.1),
      'AlarmJoined',
      'fusion',
      '알람 합류: 인계동 연기 12 %',
      'Alarm joined: Ingye-dong smoke 12 %',
    ),
    entry(
      5,
      at(1.2),
      'CallJoined',
      'fusion',
      '112 신고 합류: 45 m, 60초 뒤',
      '112 call joined: 45 m, 60 s later',
    ),
    entry(
      4,
      at(1.8),
      'CallRevised',
      'fire-119',
      '119-0001 지령: PUMP-11, LADDER-02',
      '119-0001 dispatched: PUMP-11, LADDER-02',
    ),
    entry(
      1,
      at(2.2),
      'Opened',
      'fusion',
      '119 신고로 사건 열림: 화재',
      'Opened by a 119 call: fire',
    ),
  ];
  return fire;
}

/**
 * @param {number} n
 * @param {string} openedAt
 * @param {Partial<IncidentDetail>} own
 * @returns {IncidentDetail}
 */
export function incident(n, openedAt, own) {
  return /** @type {IncidentDetail} */ ({
    id: `I-20260806-${String(n).padStart(4, '0')}`,
    seq: 1000 + n,
    revision: 7,
    kind: 'other',
    severity: 4,
    state: 'open',
    acknowledged: false,
    verdict: null,
    position: null,
    place: null,
    openedAt,
    changedAt: openedAt,
    closedAt: null,
    exercise: false,
    calls: {},
    alarms: 0,
    signals: 0,
    progress: {},
    newest: null,
    callRecords: [],
    alarmRecords: [],
    timeline: own.newest ? [{ seq: 1000 + n, revision: 7, by: 'fusion', ...own.newest }] : [],
    ...own,
  });
}

/**
 * @param {string} change
 * @param {string} at
 * @param {string} ko
 * @param {string} en
 */
export function says(change, at, ko, en) {
  return { change, at, ko, en };
}

/**
 * @param {number} revision
 * @param {string} at
 * @param {string} change
 * @param {string} by
 * @param {string} ko
 * @param {string} en
 */
function entry(revision, at, change, by, ko, en) {
  return { seq: 990 + revision, revision, at, change, by, ko, en };
}

/** @returns {import('../../state/wire.js').UnconfirmedCall[]} a call and a help signal */
export function demoUnconfirmed() {
  const observedAt = new Date(Date.now() - 70_000).toISOString();
  return [
    {
      id: 'fire-119/119-9/1',
      type: 'CallReport',
      node: 'node-1',
      observedAt,
      exercise: false,
      agency: '119',
      callType: 'fire',
      receiptNo: '119-9',
      place: '매탄동 7',
    },
    {
      id: 'bells/b-1',
      type: 'HelpSignal',
      node: 'node-2',
      observedAt,
      exercise: false,
      deviceId: 'BELL-7',
      kind: 'helpButton',
    },
  ];
}
