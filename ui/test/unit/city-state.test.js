import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CityState } from '../../state/city-state.js';
import { aDelta, anIncident, aSnapshot, aUnit, NOON } from './builders.js';

test('aSnapshotReplacesEverything', () => {
  const state = new CityState();
  state.apply(aSnapshot({ incidents: [anIncident('A')], units: [aUnit('P-1')] }));
  const changes = state.apply(
    aSnapshot({ seq: 20, incidents: [anIncident('B')], units: [aUnit('P-2')] }),
  );
  assert.deepEqual([...state.incidents.keys()], ['B']);
  assert.deepEqual([...state.units.keys()], ['P-2']);
  assert.deepEqual([...changes.incidents].sort(), ['A', 'B']);
  assert.deepEqual(changes.unitsGone, ['P-1']);
  assert.equal(state.seq, 20);
});

test('aResumedSnapshotKeepsTheIncidentsAndReplacesTheRest', () => {
  const state = new CityState();
  state.apply(aSnapshot({ incidents: [anIncident('A')], units: [aUnit('P-1')] }));
  const changes = state.apply(
    aSnapshot({ seq: 12, resumed: true, incidents: [anIncident('B')], units: [aUnit('P-2')] }),
  );
  assert.deepEqual([...state.incidents.keys()], ['A', 'B']);
  assert.deepEqual([...state.units.keys()], ['P-2']);
  assert.deepEqual([...changes.incidents], ['B']);
});

test('anIncidentThatIsNotNewerIsIgnored', () => {
  const state = new CityState();
  state.apply(aSnapshot({ incidents: [anIncident('A', { seq: 15, severity: 1 })] }));
  const changes = state.apply(
    aDelta({
      incidents: [
        anIncident('A', { seq: 15, severity: 4 }),
        anIncident('A', { seq: 14, severity: 4 }),
      ],
    }),
  );
  assert.equal(state.incidents.get('A')?.severity, 1);
  assert.equal(changes.incidents.size, 0);
});

test('theSameDeltaTwiceChangesNothing', () => {
  const state = new CityState();
  state.apply(aSnapshot());
  const delta = aDelta({ incidents: [anIncident('A', { seq: 11 })] });
  assert.equal(state.apply(delta).incidents.size, 1);
  assert.equal(state.apply(delta).incidents.size, 0);
});

test('closedIncidentsAreBoundedButTheOneBeingReadStays', () => {
  const state = new CityState();
  const closedAt = (/** @type {number} */ s) => new Date(Date.parse(NOON) + s * 1000).toISOString();
  const closed = (/** @type {number} */ n) =>
    anIncident(`C${n}`, { seq: 20 + n, state: 'closed', closedAt: closedAt(n) });
  state.apply(aSnapshot({ incidents: [anIncident('A'), closed(0), closed(1), closed(2)] }));
  state.held = 'C0';
  const many = Array.from({ length: 300 }, (_, i) => closed(i + 3));
  const changes = state.apply(aDelta({ incidents: many }));
  assert.equal(state.incidents.size, 302);
  assert.deepEqual(
    ['A', 'C0', 'C1', 'C2', 'C3'].filter((id) => state.incidents.has(id)),
    ['A', 'C0', 'C3'],
  );
  assert.ok(changes.incidents.has('C1'), 'views are told');
});

test('seqOnlyGrows', () => {
  const state = new CityState();
  assert.equal(state.seq, null);
  state.apply(aSnapshot({ seq: 30 }));
  state.apply(aDelta({ seq: 29 }));
  assert.equal(state.seq, 30);
});

test('whatIsGoneDisappears', () => {
  const state = new CityState();
  state.apply(aSnapshot({ units: [aUnit('P-1'), aUnit('P-2')] }));
  const changes = state.apply(aDelta({ gone: { units: ['P-1', 'never-seen'] } }));
  assert.deepEqual([...state.units.keys()], ['P-2']);
  assert.deepEqual(changes.unitsGone, ['P-1']);
});

test('latestValuesWin', () => {
  const state = new CityState();
  const at = '2026-08-06T03:00:00.000Z';
  state.apply(aSnapshot({ sensors: [{ id: 'S', quantity: 'waterLevelM', value: 1, at }] }));
  state.apply(aDelta({ sensors: [{ id: 'S', quantity: 'waterLevelM', value: 2, at }] }));
  assert.equal(state.sensors.get('S')?.value, 2);
});

test('anAnswerToACommandIsLearntButNeverOverwritesNews', () => {
  const state = new CityState();
  state.apply(aSnapshot({ incidents: [anIncident('A', { seq: 20, revision: 9 })] }));
  assert.equal(state.learn([anIncident('A', { seq: 19, revision: 8 })]).incidents.size, 0);
  assert.equal(state.learn([anIncident('A', { seq: 21, revision: 10 })]).incidents.size, 1);
  assert.equal(state.incidents.get('A')?.revision, 10);
});

test('whatIsUnconfirmedIsReplacedWholeAndStaysWhenAMessageDoesNotSay', () => {
  const state = new CityState();
  const call = /** @type {const} */ ({
    id: 'fire-119/1',
    type: 'CallReport',
    node: 'node-1',
    observedAt: NOON,
    exercise: false,
    callType: 'fire',
  });
  state.apply(aSnapshot({ unconfirmed: [call] }));
  assert.equal(state.apply(aDelta()).unconfirmed, false);
  assert.deepEqual(state.unconfirmed, [call]);
  assert.equal(state.apply(aDelta({ unconfirmed: [] })).unconfirmed, true);
  assert.deepEqual(state.unconfirmed, []);
});
