import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts } from '../../state/drafts.js';

function aMemory() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    kept,
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ text) => void kept.set(key, text),
    removeItem: (/** @type {string} */ key) => void kept.delete(key),
  };
}

/**
 * @param {ReturnType<typeof aMemory>|null} memory
 * @param {string} owner
 */
function draftsOf(memory, owner) {
  const drafts = new Drafts(memory);
  drafts.begin(owner);
  return drafts;
}

test('aDraftOutlivesThePageForTheSamePersonOnly', () => {
  const memory = aMemory();
  const before = draftsOf(memory, 'kim');
  before.set('I-1', '주민 대피 중');
  before.setWriting('I-1');
  const after = draftsOf(memory, 'kim');
  assert.equal(after.textOf('I-1'), '주민 대피 중');
  assert.equal(after.writing, 'I-1');
  const other = draftsOf(memory, 'lee');
  assert.equal(other.textOf('I-1'), '');
  assert.equal(other.writing, '');
  assert.equal(memory.kept.size, 0, 'and nothing of it is left');
});

test('whatIsSentOrEmptiedIsForgotten', () => {
  const memory = aMemory();
  const drafts = draftsOf(memory, 'kim');
  drafts.set('I-1', 'a');
  drafts.set('I-1', '');
  assert.equal(draftsOf(memory, 'kim').textOf('I-1'), '');
});

test('onlySoManyDraftsAreKept', () => {
  const drafts = draftsOf(aMemory(), 'kim');
  for (let i = 0; i < 30; i++) drafts.set(`I-${i}`, 'x');
  assert.equal(drafts.textOf('I-0'), '');
  assert.equal(drafts.textOf('I-29'), 'x');
});

test('withoutAMemoryOrWithABrokenOneDraftsStillWork', () => {
  const none = draftsOf(null, 'kim');
  none.set('I-1', 'a');
  assert.equal(none.textOf('I-1'), 'a');
  const broken = aMemory();
  broken.kept.set('bongsu.drafts', '{"owner":"kim","texts":7}');
  assert.equal(draftsOf(broken, 'kim').textOf('I-1'), '');
});
