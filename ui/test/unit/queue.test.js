import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueCommand, listCommands, mayDo } from '../../state/actions.js';
import { listQueue } from '../../state/queue.js';
import { cityDay, clockText, parseTime } from '../../state/times.js';
import { anIncident, NOON } from './builders.js';

const NOON_MS = Date.parse(NOON);
const ids = (/** @type {{id: string}[]} */ list) => list.map((one) => one.id);

test('waitingComesFirstThenSeverityThenAge', () => {
  const early = '2026-08-06T02:00:00.000Z';
  const queue = listQueue(
    [
      anIncident('young', { severity: 2 }),
      anIncident('old', { severity: 2, openedAt: early }),
      anIncident('critical', { severity: 1 }),
      anIncident('waitingNotice', { severity: 4, acknowledged: false }),
      anIncident('waitingCritical', { severity: 1, acknowledged: false }),
    ],
    'open',
    NOON_MS,
  );
  assert.deepEqual(ids(queue), ['waitingCritical', 'waitingNotice', 'critical', 'old', 'young']);
});

test('equalOnesKeepOneOrder', () => {
  const [a, b] = [anIncident('A'), anIncident('B')];
  assert.deepEqual(
    ids(listQueue([b, a], 'open', NOON_MS)),
    ids(listQueue([a, b], 'open', NOON_MS)),
  );
});

test('closedOnesLeaveTheOpenQueue', () => {
  const closed = anIncident('C', { state: 'closed', closedAt: NOON });
  assert.deepEqual(listQueue([closed], 'open', NOON_MS), []);
  assert.deepEqual(ids(listQueue([closed], 'closedToday', NOON_MS)), ['C']);
});

test('todayIsTheCitysDayNotUtcs', () => {
  const beforeMidnightInKorea = anIncident('yesterday', {
    state: 'closed',
    closedAt: '2026-08-05T14:59:59.000Z',
  });
  const afterMidnightInKorea = anIncident('today', {
    state: 'closed',
    closedAt: '2026-08-05T15:00:00.000Z',
  });
  const queue = listQueue([beforeMidnightInKorea, afterMidnightInKorea], 'closedToday', NOON_MS);
  assert.deepEqual(ids(queue), ['today']);
});

test('timesAreTheCitys', () => {
  assert.equal(clockText(NOON_MS), '12:00:00');
  assert.equal(cityDay(NOON_MS), '2026-08-06');
  assert.equal(clockText(parseTime(null)), '–');
});

test('theDueActIsAcknowledgeThenVerifyThenClose', () => {
  assert.equal(dueCommand(anIncident('A', { acknowledged: false })), 'acknowledge');
  assert.equal(dueCommand(anIncident('A')), 'verify');
  assert.equal(dueCommand(anIncident('A', { verdict: 'false' })), 'close');
  assert.equal(dueCommand(anIncident('A', { state: 'closed' })), null);
});

test('whatIsDueIsAlwaysAmongWhatCanBeDone', () => {
  for (const own of [{ acknowledged: false }, {}, { verdict: /** @type {const} */ ('true') }]) {
    const incident = anIncident('A', own);
    assert.ok(listCommands(incident).includes(/** @type {any} */ (dueCommand(incident))));
  }
});

test('reopeningTakesASupervisorAndAnUnknownRoleMayNothing', () => {
  assert.equal(mayDo('operator', 'close'), true);
  assert.equal(mayDo('operator', 'reopen'), false);
  assert.equal(mayDo('supervisor', 'reopen'), true);
  assert.equal(mayDo('guest', 'acknowledge'), false);
});
