import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiError, newCommandId } from '../../feed/api.js';
import { CommandDesk } from '../../panel/command-desk.js';
import { errorText } from '../../panel/error-text.js';
import { onKey } from '../../panel/keyboard.js';
import { setLanguage } from '../../words/words.js';
import { anIncident } from './builders.js';

/** @import {Command} from '../../feed/api.js' */

const INCIDENT = anIncident('A', { revision: 7 });

/**
 * A desk whose answers the test gives, one by one; an error is thrown.
 *
 * @param {...any} answers
 */
function deskAnswering(...answers) {
  /** @type {Command[]} */
  const sent = [];
  let n = 0;
  const desk = new CommandDesk(
    async (_id, command) => {
      sent.push(command);
      const answer = answers[sent.length - 1];
      if (answer instanceof Error) throw answer;
      return answer;
    },
    () => `id-${++n}`,
  );
  return { desk, sent };
}

test('anOrderCarriesTheRevisionTheOperatorSaw', async () => {
  const { desk, sent } = deskAnswering({ incident: INCIDENT });
  const answer = await desk.give(INCIDENT, { command: 'verify', verdict: 'true' });
  assert.equal(answer.kind, 'done');
  assert.deepEqual(sent, [
    { command: 'verify', verdict: 'true', expectedRevision: 7, commandId: 'id-1' },
  ]);
});

test('whenItIsUnknownWhetherItArrivedTheSameCommandIsSentAgain', async () => {
  const { desk, sent } = deskAnswering(new ApiError(0, null), new ApiError(503, null), {
    incident: INCIDENT,
  });
  for (let i = 0; i < 3; i++) await desk.give(INCIDENT, { command: 'note', text: 'x' });
  assert.deepEqual(
    sent.map((command) => command.commandId),
    ['id-1', 'id-1', 'id-1'],
  );
});

test('anotherTextIsAnotherCommand', async () => {
  const { desk, sent } = deskAnswering(new ApiError(0, null), { incident: INCIDENT });
  await desk.give(INCIDENT, { command: 'note', text: 'x' });
  await desk.give(INCIDENT, { command: 'note', text: 'y' });
  assert.deepEqual(
    sent.map((command) => command.commandId),
    ['id-1', 'id-2'],
  );
});

test('aConflictBringsTheNewerIncidentAndTheNextTryIsANewCommand', async () => {
  const newer = { ...INCIDENT, revision: 9 };
  const { desk, sent } = deskAnswering(new ApiError(409, { revision: 9, incident: newer }), {
    incident: newer,
  });
  assert.deepEqual(await desk.give(INCIDENT, { command: 'note', text: 'x' }), {
    kind: 'conflict',
    incident: newer,
  });
  await desk.give(newer, { command: 'note', text: 'x' });
  assert.deepEqual(
    sent.map((command) => [command.expectedRevision, command.commandId]),
    [
      [7, 'id-1'],
      [9, 'id-2'],
    ],
  );
});

test('errorsSayWhatToDoAndANumber', () => {
  setLanguage('en');
  assert.match(
    errorText(new ApiError(0, null), 'abcdefghij'),
    /Send again once it is connected.*number abcdefgh\)/,
  );
  assert.match(errorText(new ApiError(403, { detail: 'needs close' })), /no right.*needs close/);
  assert.match(errorText(new ApiError(418, null)), /went wrong/);
});

test('commandIdsAreUnique', () => {
  assert.notEqual(newCommandId(), newCommandId());
});

/**
 * @param {Partial<{key: string, code: string, tag: string}>} pressed
 * @returns {any[]|null} what was done, null when the key meant nothing
 */
function press({ key = '', code = '', tag = 'body' }) {
  /** @type {any[]} */
  let did = [];
  const acts = Object.fromEntries(
    ['move', 'open', 'command', 'escape', 'layer', 'help'].map((name) => [
      name,
      (/** @type {any} */ value) => (did = value === undefined ? [name] : [name, value]),
    ]),
  );
  const target = /** @type {any} */ ({
    matches: (/** @type {string} */ selector) => selector.split(', ').includes(tag),
  });
  return onKey({ key, code, target }, /** @type {any} */ (acts)) ? did : null;
}

test('keysDoWhatTheListSays', () => {
  assert.deepEqual(press({ key: 'ArrowDown' }), ['move', 1]);
  assert.deepEqual(press({ key: 'ArrowUp' }), ['move', -1]);
  assert.deepEqual(press({ key: 'Enter' }), ['open']);
  assert.deepEqual(press({ key: 'a', code: 'KeyA' }), ['command', 'acknowledge']);
  assert.deepEqual(press({ key: '3', code: 'Digit3' }), ['layer', 3]);
  assert.deepEqual(press({ key: '?', code: 'Slash' }), ['help']);
  assert.equal(press({ key: 'q', code: 'KeyQ' }), null);
});

test('keysWorkWithTheKoreanLayoutOn', () => {
  assert.deepEqual(press({ key: 'ㅁ', code: 'KeyA' }), ['command', 'acknowledge']);
  assert.deepEqual(press({ key: 'ㅍ', code: 'KeyV' }), ['command', 'verify']);
});

test('typingIsNotACommandButEscapeIs', () => {
  assert.equal(press({ key: 'a', code: 'KeyA', tag: 'textarea' }), null);
  assert.equal(press({ key: '1', code: 'Digit1', tag: 'input' }), null);
  assert.deepEqual(press({ key: 'Escape', tag: 'textarea' }), ['escape']);
});

test('enterOnAButtonPressesTheButton', () => {
  assert.equal(press({ key: 'Enter', tag: 'button' }), null);
});
