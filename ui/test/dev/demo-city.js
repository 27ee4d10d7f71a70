/** A made-up picture of Suwon for trying the pages: right places, invented details. */

/** @import {AssetFeature} from '../../state/asset-table.js' */

export const CITY = {
  name: '수원시',
  nameEn: 'Suwon',
  bbox: [126.927, 37.224, 127.091, 37.352],
  center: [127.0286, 37.2636],
  schematic: true,
  cityRate: 1,
};

/**
 * Repeatable numbers from 0 to 1.
 *
 * @param {number} seed
 */
export function seededRandom(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @type {[string, string, [number, number][]][]} */
const DISTRICTS = [
  [
    '장안구',
    'Jangan-gu',
    [
      [126.961, 37.3],
      [126.975, 37.335],
      [127.0, 37.351],
      [127.03, 37.345],
      [127.039, 37.31],
      [127.02, 37.2935],
      [126.985, 37.288],
    ],
  ],
  [
    '권선구',
    'Gwonseon-gu',
    [
      [126.9273, 37.26],
      [126.945, 37.298],
      [126.985, 37.288],
      [126.978, 37.268],
      [127.0, 37.2565],
      [127.04, 37.2565],
      [127.0425, 37.24],
      [127.005, 37.2242],
      [126.96, 37.23],
    ],
  ],
  [
    '팔달구',
    'Paldal-gu',
    [
      [126.985, 37.288],
      [127.02, 37.2934],
      [127.0441, 37.285],
      [127.04, 37.2565],
      [127.0, 37.2565],
      [126.978, 37.268],
    ],
  ],
  [
    '영통구',
    'Yeongtong-gu',
    [
      [127.0441, 37.285],
      [127.039, 37.31],
      [127.06, 37.3213],
      [127.0906, 37.29],
      [127.088, 37.245],
      [127.06, 37.2311],
      [127.0425, 37.24],
      [127.04, 37.2565],
    ],
  ],
];
/** @type {[string, string, [number, number][]][]} */
const STREAMS = [
  [
    '수원천',
    'Suwoncheon',
    [
      [127.029, 37.301],
      [127.0177, 37.2875],
      [127.0165, 37.2655],
      [127.013, 37.236],
    ],
  ],
  [
    '서호천',
    'Seohocheon',
    [
      [126.996, 37.319],
      [126.988, 37.28],
      [126.992, 37.256],
    ],
  ],
  [
    '원천리천',
    'Woncheollicheon',
    [
      [127.065, 37.281],
      [127.048, 37.265],
      [127.03, 37.238],
    ],
  ],
  [
    '황구지천',
    'Hwangguji',
    [
      [126.948, 37.305],
      [126.96, 37.272],
      [126.983, 37.245],
      [127.004, 37.223],
    ],
  ],
];
/** @type {[string, string, string, number, number][]} */
const FACILITIES = [
  ['station', '수원역', 'Suwon', 37.2661, 126.9999],
  ['station', '화서역', 'Hwaseo', 37.2839, 126.9896],
  ['station', '성균관대역', 'Sungkyunkwan Univ.', 37.3003, 126.9708],
  ['station', '세류역', 'Seryu', 37.245, 127.0134],
  ['station', '수원시청역', 'Suwon City Hall', 37.2618, 127.0307],
  ['station', '망포역', 'Mangpo', 37.2458, 127.0574],
  ['station', '영통역', 'Yeongtong', 37.2516, 127.0714],
  ['station', '광교중앙역', 'Gwanggyo Jungang', 37.2886, 127.0517],
  ['policeStation', '수원중부경찰서', 'Suwon Jungbu Police', 37.2978, 126.9966],
  ['policeStation', '수원남부경찰서', 'Suwon Nambu Police', 37.272, 127.054],
  ['policeStation', '수원서부경찰서', 'Suwon Seobu Police', 37.2585, 126.9723],
  ['fireStation', '수원소방서', 'Suwon Fire', 37.297, 126.995],
  ['fireStation', '수원남부소방서', 'Suwon Nambu Fire', 37.256, 127.028],
  ['hospital', '아주대병원', 'Ajou Hospital', 37.2794, 127.0478],
  ['hospital', '성빈센트병원', 'St. Vincent', 37.2777, 127.0284],
  ['cityHall', '수원시청', 'City Hall', 37.2636, 127.0286],
  ['controlCentre', '도시안전통합센터', 'Control centre', 37.3, 127.045],
  ['underpass', '정천지하차도', 'Jeongcheon underpass', 37.2935, 126.983],
  ['underpass', '화산지하차도', 'Hwasan underpass', 37.2843, 126.9897],
  ['underpass', '세류지하차도', 'Seryu underpass', 37.2455, 127.012],
];
/** @type {[string, string, string, [number, number][]][]} */
const ROADS = [
  [
    'expressway',
    '영동고속도로',
    'Yeongdong Expwy',
    [
      [126.94, 37.315],
      [127.0, 37.322],
      [127.045, 37.307],
      [127.09, 37.296],
    ],
  ],
  [
    'arterial',
    '경수대로',
    'Gyeongsu-daero',
    [
      [127.005, 37.335],
      [127.014, 37.289],
      [127.0318, 37.2757],
      [127.025, 37.2583],
      [127.02, 37.23],
    ],
  ],
  [
    'arterial',
    '효원로',
    'Hyowon-ro',
    [
      [127.0, 37.268],
      [127.0255, 37.2665],
      [127.05, 37.262],
    ],
  ],
  [
    'arterial',
    '덕영대로',
    'Deogyeong-daero',
    [
      [126.97, 37.3],
      [126.99, 37.28],
      [127.0012, 37.2664],
      [127.029, 37.248],
      [127.0714, 37.2516],
    ],
  ],
  [
    'arterial',
    '권광로',
    'Gwongwang-ro',
    [
      [127.029, 37.241],
      [127.031, 37.2636],
      [127.04, 37.2845],
    ],
  ],
  [
    'arterial',
    '월드컵로',
    'World Cup-ro',
    [
      [127.0318, 37.2757],
      [127.043, 37.274],
      [127.06, 37.269],
      [127.085, 37.262],
    ],
  ],
];

/** @returns {AssetFeature[]} */
export function baseFeatures() {
  return [
    ...DISTRICTS.map(([name, nameEn, ring]) =>
      feature(nameEn, 'Polygon', [[...ring, ring[0]]], {
        kind: 'zone',
        zoneType: 'district',
        name,
        nameEn,
      }),
    ),
    ...STREAMS.map(([name, nameEn, line]) =>
      feature(nameEn, 'LineString', line, { kind: 'stream', name, nameEn }),
    ),
    ...ROADS.map(([roadClass, name, nameEn, line]) =>
      feature(nameEn, 'LineString', line, { kind: 'road', roadClass, name, nameEn }),
    ),
    ...gridRoads(),
    feature(
      'rail-1',
      'LineString',
      [
        [126.955, 37.315],
        [126.9708, 37.3003],
        [126.9896, 37.2839],
        [126.9999, 37.2661],
        [127.0134, 37.245],
        [127.018, 37.224],
      ],
      { kind: 'rail', line: '1', name: '경부선', nameEn: 'Gyeongbu line' },
    ),
    ...FACILITIES.map(([facilityType, name, nameEn, lat, lon]) =>
      feature(nameEn, 'Point', [lon, lat], { kind: 'facility', facilityType, name, nameEn }),
    ),
  ];
}

function gridRoads() {
  const roads = [];
  for (let i = 0; i < 18; i++) {
    const lon = 126.945 + i * 0.008;
    const lat = 37.236 + i * 0.006;
    roads.push(
      feature(
        `c-${i}`,
        'LineString',
        [
          [lon, 37.24],
          [lon + 0.006, 37.29],
          [lon, 37.325],
        ],
        { kind: 'road', roadClass: 'collector' },
      ),
    );
    roads.push(
      feature(
        `d-${i}`,
        'LineString',
        [
          [126.945, lat],
          [127.02, lat + 0.004],
          [127.08, lat],
        ],
        { kind: 'road', roadClass: 'collector' },
      ),
    );
  }
  return roads;
}

const PURPOSES = [
  'crimePrevention',
  'crimePrevention',
  'crimePrevention',
  'park',
  'schoolZone',
  'parking',
  'traffic',
];

/** @param {number} n */
export function cameras(n) {
  const random = seededRandom(1);
  return scattered('CAM', 5, n, random, (id) => ({
    kind: 'camera',
    name: `${id} 방범`,
    nameEn: `${id} street`,
    purpose: PURPOSES[Math.floor(random() * PURPOSES.length)],
    headingDeg: Math.floor(random() * 360),
    fovDeg: 70,
    rangeM: 60,
    ptz: random() < 0.3,
  }));
}

/** @param {number} n */
export function sensors(n) {
  const random = seededRandom(2);
  const quantities = ['waterLevelM', 'pm25Ugm3', 'rain1hMm', 'temperatureC', 'waterDepthM'];
  return scattered('S', 4, n, random, (id) => ({
    kind: 'sensor',
    name: `센서 ${id}`,
    nameEn: `Sensor ${id}`,
    quantity: quantities[Math.floor(random() * quantities.length)],
    periodS: 60,
    levels: random() < 0.1 ? { attention: 3.3, alert: 5.5 } : undefined,
  }));
}

/** @param {number} n */
export function junctions(n) {
  return scattered('J', 4, n, seededRandom(3), (id) => ({
    kind: 'junction',
    name: `교차로 ${id}`,
    nameEn: `Junction ${id}`,
    phases: 4,
    cycleS: 120,
  }));
}

/**
 * @param {string} prefix
 * @param {number} digits
 * @param {number} n
 * @param {() => number} random
 * @param {(id: string) => Record<string, any>} propertiesOf
 */
function scattered(prefix, digits, n, random, propertiesOf) {
  return Array.from({ length: n }, (_, i) => {
    const [lat, lon] = somewhere(random);
    const id = `${prefix}-${String(i + 1).padStart(digits, '0')}`;
    return feature(id, 'Point', [lon, lat], propertiesOf(id));
  });
}

/**
 * A place in the city, denser towards its middle.
 *
 * @param {() => number} random
 * @returns {[number, number]} lat, lon
 */
export function somewhere(random) {
  const spread = () => (random() + random() + random()) / 3 - 0.5;
  return [37.276 + spread() * 0.12, 127.01 + spread() * 0.15];
}

/**
 * @param {string} id
 * @param {string} type
 * @param {any} coordinates
 * @param {Record<string, any>} properties
 * @returns {AssetFeature}
 */
function feature(id, type, coordinates, properties) {
  return /** @type {any} */ ({ type: 'Feature', id, geometry: { type, coordinates }, properties });
}
