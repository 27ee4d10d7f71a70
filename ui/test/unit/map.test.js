import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseShapes, middleOf, touches } from '../../map/base-shapes.js';
import { GridIndex } from '../../map/grid-index.js';
import { UnitTracks } from '../../map/unit-tracks.js';
import { AssetTable } from '../../state/asset-table.js';
import { distanceM, mercatorX, mercatorY, metresPerUnit } from '../../state/mercator.js';
import { findLevel, sensorLevel } from '../../state/sensor-level.js';
import { cameras, seededRandom } from '../dev/demo-city.js';
import { aUnit, NOON } from './builders.js';

const NOON_MS = Date.parse(NOON);

/** @param {number} n */
function scatter(n) {
  const random = seededRandom(5);
  return {
    x: Float64Array.from({ length: n }, random),
    y: Float64Array.from({ length: n }, random),
  };
}

test('theIndexFindsWhatLookingAtAllFinds', () => {
  const { x, y } = scatter(2000);
  const index = new GridIndex(x, y);
  for (const box of [
    { left: 0.2, top: 0.3, right: 0.4, bottom: 0.5 },
    { left: -1, top: -1, right: 2, bottom: 2 },
    { left: 0.99, top: 0.99, right: 3, bottom: 3 },
    { left: 2, top: 2, right: 3, bottom: 3 },
  ]) {
    /** @type {number[]} */
    const found = [];
    index.each(box, (row) => found.push(row));
    const all = [...x.keys()].filter(
      (i) => x[i] >= box.left && x[i] <= box.right && y[i] >= box.top && y[i] <= box.bottom,
    );
    assert.deepEqual(
      found.sort((a, b) => a - b),
      all,
    );
  }
});

test('theNearestComeInOrderOfDistance', () => {
  const { x, y } = scatter(2000);
  const index = new GridIndex(x, y);
  const all = [...x.keys()].sort(
    (a, b) => Math.hypot(x[a] - 0.5, y[a] - 0.5) - Math.hypot(x[b] - 0.5, y[b] - 0.5),
  );
  assert.deepEqual(
    index.listNearest(0.5, 0.5, 0.3, 5).map((near) => near.row),
    all.slice(0, 5),
  );
  assert.equal(index.findNearest(0.5, 0.5, 1e-9), null);
});

test('anIndexOfNothingOrOfOnePlaceWorks', () => {
  assert.equal(new GridIndex(new Float64Array(0), new Float64Array(0)).findNearest(0, 0, 1), null);
  const same = new GridIndex(new Float64Array(50).fill(0.5), new Float64Array(50).fill(0.5));
  assert.equal(same.listNearest(0.5, 0.5, 0.1, 100).length, 50);
});

test('aUnitGlidesInAStraightLineBetweenFixes', () => {
  const tracks = new UnitTracks();
  tracks.onFix(aUnit('P', { lonDeg: 127.02 }), 0);
  tracks.onFix(aUnit('P', { lonDeg: 127.0202 }), 1000);
  const xAt = (/** @type {number} */ ms) => (tracks.moveTo(ms), tracks.x[0]);
  assert.ok(Math.abs(xAt(1500) - mercatorX(127.0201)) < 1e-12);
  assert.ok(Math.abs(xAt(2000) - mercatorX(127.0202)) < 1e-12);
  assert.ok(Math.abs(xAt(9000) - mercatorX(127.0202)) < 1e-12);
});

test('aLateFixDoesNotMakeAUnitJumpBack', () => {
  const tracks = new UnitTracks();
  tracks.onFix(aUnit('P', { lonDeg: 127.02 }), 0);
  tracks.onFix(aUnit('P', { lonDeg: 127.0202 }), 1000);
  tracks.moveTo(1700);
  const before = tracks.x[0];
  tracks.onFix(aUnit('P', { lonDeg: 127.0204 }), 1700);
  tracks.moveTo(1700);
  assert.ok(Math.abs(tracks.x[0] - before) < 1e-12);
});

test('aUnitThatAppearsElsewhereIsPlacedNotDriven', () => {
  const tracks = new UnitTracks();
  tracks.onFix(aUnit('P', { lonDeg: 127.02 }), 0);
  tracks.onFix(aUnit('P', { lonDeg: 127.08 }), 1000);
  assert.equal(tracks.moveTo(1001), 0);
  assert.equal(tracks.x[0], mercatorX(127.08));
});

test('restingUnitsAskForNoFrames', () => {
  const tracks = new UnitTracks();
  tracks.onFix(aUnit('P'), 0);
  tracks.onFix(aUnit('P', { lonDeg: 127.0202 }), 1000);
  assert.ok(tracks.moveTo(1500) > 0);
  assert.equal(tracks.moveTo(2001), 0);
});

test('removingUnitsKeepsTheOthersInPlace', () => {
  const tracks = new UnitTracks();
  for (let i = 0; i < 600; i++)
    tracks.onFix(aUnit(`P-${i}`, { lonDeg: 127 + i * 1e-4, service: i % 2 ? 'ems' : 'fire' }), 0);
  for (let i = 0; i < 600; i += 2) tracks.remove(`P-${i}`);
  tracks.remove('never-there');
  tracks.moveTo(0);
  assert.equal(tracks.size, 300);
  for (let i = 1; i < 600; i += 2) {
    const row = tracks.findRow(`P-${i}`) ?? -1;
    assert.equal(tracks.units[row].id, `P-${i}`);
    assert.equal(tracks.x[row], mercatorX(127 + i * 1e-4));
    assert.equal(tracks.group[row], 4);
  }
  assert.equal(tracks.units[tracks.nearestRow(mercatorX(127.0101), tracks.y[0], 1e-7)].id, 'P-101');
});

test('aTableOfAssetsLeavesOutWhatIsNoPoint', () => {
  const table = new AssetTable([
    ...cameras(3),
    { id: 'broken', geometry: { type: 'Point', coordinates: ['x', null] }, properties: {} },
    { id: 'line', geometry: { type: 'LineString', coordinates: [[127, 37]] }, properties: {} },
  ]);
  assert.equal(table.size, 3);
  assert.equal(table.findRow('CAM-00002'), 1);
  assert.equal(table.nameOf(1, 'en'), 'CAM-00002 street');
  assert.equal(table.fovDeg[0], 70);
});

test('mercatorAndMetresAgreeWithinAPercent', () => {
  const [latA, lonA, latB, lonB] = [37.26, 127.02, 37.27, 127.03];
  const units = Math.hypot(mercatorX(lonB) - mercatorX(lonA), mercatorY(latB) - mercatorY(latA));
  const direct = distanceM(latA, lonA, latB, lonB);
  assert.ok(Math.abs(units * metresPerUnit(37.265) - direct) / direct < 0.01);
  assert.ok(Math.abs(direct - 1422) < 10);
});

test('aSensorsLevelIsTheHighestItReached', () => {
  const asset = { periodS: 60, levels: { attention: 3.3, alert: 5.5 } };
  const at = NOON;
  const level = (/** @type {number} */ value) =>
    sensorLevel(asset, { id: 'S', quantity: 'waterLevelM', value, at }, NOON_MS);
  assert.equal(level(3.2), 'normal');
  assert.equal(level(3.3), 'attention');
  assert.equal(level(6), 'alert');
  assert.deepEqual(findLevel(asset, 6), { name: 'alert', limit: 5.5 });
});

test('aSensorSilentForThreePeriodsIsUnknownAndNeverHeardIsNormal', () => {
  const latest = { id: 'S', quantity: 'waterLevelM', value: 9, at: NOON };
  assert.equal(sensorLevel({ periodS: 60 }, latest, NOON_MS + 180_000), 'normal');
  assert.equal(sensorLevel({ periodS: 60 }, latest, NOON_MS + 180_001), 'unknown');
  assert.equal(sensorLevel({ periodS: 60 }, undefined, NOON_MS), 'normal');
});

test('theBaseMapKnowsLinesRingsAndTheirExtent', () => {
  const ring = [
    [127, 37.2],
    [127.1, 37.2],
    [127.1, 37.3],
    [127, 37.2],
  ];
  const shapes = baseShapes([
    {
      id: 'z',
      geometry: { type: 'MultiPolygon', coordinates: [[ring], [ring]] },
      properties: { kind: 'zone', zoneType: 'district' },
    },
    {
      id: 'p',
      geometry: { type: 'Polygon', coordinates: [ring] },
      properties: { kind: 'zone', zoneType: 'park' },
    },
    { id: 'r', geometry: { type: 'LineString', coordinates: ring }, properties: { kind: 'road' } },
    {
      id: 'x',
      geometry: { type: 'Point', coordinates: [127, 37] },
      properties: { kind: 'stream' },
    },
  ]);
  assert.equal(shapes.districts.length, 2);
  assert.equal(shapes.roads.length, 1);
  assert.equal(shapes.streams.length, 0);
  assert.ok(Math.abs(middleOf(shapes.roads[0]).x - mercatorX(127.05)) < 1e-12);
  assert.ok(touches(shapes.roads[0].box, shapes.districts[0].box));
});
