import { h } from '../dom/h.js';
import { codeWord, ofBoth, word } from '../words/words.js';

/** @import {Evidence, EvidencePart} from '../state/wire.js' */

/**
 * Why a record belongs to the incident: one sentence, its arithmetic when opened.
 *
 * @param {Evidence|null|undefined} evidence null for the record that opened the incident
 * @param {string} key names it across repaints, so that an opened one stays open
 */
export function evidenceView(evidence, key) {
  if (!evidence) return h('p', { class: 'evidence muted' }, word('panel.evidenceOpened'));
  const score = word('panel.score', {
    score: fixed(evidence.score),
    threshold: fixed(evidence.threshold),
  });
  return h(
    'details',
    { class: 'evidence', 'data-key': key },
    h('summary', {}, ofBoth(evidence), ' ', h('span', { class: 'muted' }, score)),
    breakdown(evidence.parts ?? []),
  );
}

/**
 * The score is the weighted geometric mean of these, so a part of 0 refuses whatever the others say.
 *
 * @param {EvidencePart[]} parts
 */
function breakdown(parts) {
  const heads = [word('panel.part'), word('panel.partScore'), word('panel.partWeight')];
  return h(
    'table',
    { class: 'numbers' },
    h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
    h('tbody', {}, ...parts.map(partRow)),
  );
}

/** @param {EvidencePart} part */
function partRow({ name, score, weight }) {
  const cells = [fixed(score), fixed(weight)];
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, codeWord('part', name)),
    ...cells.map((cell) => h('td', {}, cell)),
  );
}

/** @param {number} value */
function fixed(value) {
  return Number.isFinite(value) ? value.toFixed(2) : '–';
}
