import { h } from '../dom/h.js';
import { codeWord, word } from '../words/words.js';

/** @import {IncidentSummary, Stage} from '../state/wire.js' */

/** @type {Stage[]} */
const STAGES = ['reported', 'dispatched', 'enRoute', 'onScene', 'handling', 'closed'];

/**
 * How far each agency has come, one line each.
 *
 * @param {IncidentSummary} incident
 */
export function progressView(incident) {
  const agencies = Object.entries(incident.progress ?? {}).sort();
  if (agencies.length === 0) return null;
  return h(
    'section',
    { class: 'section', 'aria-label': word('panel.progress') },
    ...agencies.map(([agency, stage]) => agencyLine(agency, stage)),
  );
}

/**
 * @param {string} agency
 * @param {Stage} stage
 */
function agencyLine(agency, stage) {
  const reached = STAGES.indexOf(stage);
  const steps = STAGES.map((step, i) => {
    const where = i < reached ? 'past' : i === reached ? 'here' : 'ahead';
    return h(
      'li',
      { class: where, 'aria-current': i === reached && 'step' },
      codeWord('stage', step),
    );
  });
  return h(
    'div',
    { class: 'progress' },
    h('span', { class: `agency agency-${agency}` }, agency),
    h('ol', { class: 'steps' }, ...steps),
  );
}
